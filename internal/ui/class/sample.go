package class

// drawn are those who are called by lot: the same people for the same word, on every computer.
func (p *Page) drawn(seed string) (map[string]bool, error) {
	all, err := p.deps.Desk.SampleCalls(p.class.ID, seed)
	drawn := map[string]bool{}
	for _, e := range all {
		drawn[e.ID] = true
	}
	return drawn, err
}
