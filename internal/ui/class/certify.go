package class

func (s *scores) askCertify() {}
