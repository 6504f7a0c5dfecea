package training

// Symbol is a way of having attended a session or not.
type Symbol struct {
	Name    string // stored form, and what people call it
	Sign    string // what the month grid of the attendance book shows
	Key     rune   // the one key on the attendance page; letters, because a scanner types digits
	Came    bool   // counts for the hours
	Leave   bool   // away with leave
	Minutes bool   // asks for a number of minutes
	Reason  bool   // asks for a reason
}

// The stored names that code uses.
const (
	Present = "到"
	Absent  = "不到"
	OnLeave = "告假"
	Late    = "迟到"
	Early   = "早退"
	Sick    = "病假"
)

// Symbols are the signs of the attendance book (学员出勤簿 of the 家政服务工程 forms: 到 /, 不到 ○, 告假 ×, 迟到 ¢, 早退 △, 病假; that
// book leaves the sign of 病假 open). The keys are the first letters of what the word sounds like.
var Symbols = []Symbol{
	{Name: Present, Sign: "/", Key: 'd', Came: true},
	{Name: Absent, Sign: "○", Key: 'b'},
	{Name: OnLeave, Sign: "×", Key: 'j', Leave: true, Reason: true},
	{Name: Late, Sign: "¢", Key: 'c', Came: true, Minutes: true},
	{Name: Early, Sign: "△", Key: 'z', Came: true, Minutes: true},
	{Name: Sick, Sign: "□", Key: 's', Leave: true, Reason: true},
}

// SymbolOf finds a symbol by its name.
func SymbolOf(name string) (Symbol, bool) {
	for _, s := range Symbols {
		if s.Name == name {
			return s, true
		}
	}
	return Symbol{}, false
}

// SymbolAt finds a symbol by its key; upper and lower case are the same.
func SymbolAt(key rune) (Symbol, bool) {
	if key >= 'A' && key <= 'Z' {
		key += 'a' - 'A'
	}
	for _, s := range Symbols {
		if s.Key == key {
			return s, true
		}
	}
	return Symbol{}, false
}
