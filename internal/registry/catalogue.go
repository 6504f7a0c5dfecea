package registry

// The names under which the catalogues are stored and sent: what may be taught, for whom, by whom, who examines.
const (
	TypeTrade       = "trade"
	TypeProgramme   = "programme"
	TypeInstitution = "institution"
	TypeAssessor    = "assessor"
	TypeTeacher     = "teacher"
)

// CatalogueTypes are the catalogues that a county keeps, in the order in which people think of them.
var CatalogueTypes = []string{TypeTrade, TypeProgramme, TypeInstitution, TypeAssessor, TypeTeacher, TypeSchool}
