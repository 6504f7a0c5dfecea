package intake

// Target is one row of a table of targets: what is to be done by whom. Its numbers are as the table has them.
type Target struct {
	Sheet string   `json:"sheet"`
	Row   int      `json:"row"`
	No    int      `json:"no"`
	Tasks []Task   `json:"tasks"`
	Leads []string `json:"leads"`
	Units []Unit   `json:"units"`
}

// Task is one task with its number.
type Task struct {
	Text   string `json:"text"`
	Number int    `json:"number,omitempty"`
	Unit   string `json:"unit,omitempty"` // 人 or 人次
}

// Unit is an office that takes part.
type Unit struct {
	Name  string `json:"name"`            // as the table has it: 财政局
	Full  string `json:"full"`            // with 区 or 县 in front, which such tables leave out after the first: 区财政局
	Share int    `json:"share,omitempty"` // its part of the number, where the table gives one
	Unit  string `json:"unit,omitempty"`
}

// Terms are what the title and the note of a table of targets say for all its rows. Source is the note as it stands; the rest
// is what of it is certain.
type Terms struct {
	Title  string `json:"title,omitempty"`
	From   string `json:"from,omitempty"`   // the first day, or year, of the period
	Until  string `json:"until,omitempty"`  // and the last
	Yearly string `json:"yearly,omitempty"` // the part of each year: 1/3
	Starts string `json:"starts,omitempty"` // the day from which it counts
	Proof  string `json:"proof,omitempty"`  // by what a task counts as done
	Source string `json:"source,omitempty"`
}
