package training

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/text"
)

// Chain is the marks of a class as the chains that their devices made of them: each mark names the one before it by its digest, so that none
// can be changed, taken out or put elsewhere without its successor showing it, and the last of each is kept in the class's seal.
type Chain struct {
	Marks   int
	Devices []DeviceChain
	Breaks  []Break // what looks wrong, the serious first

	held map[string]map[string]Mark // by device, by digest
}

// DeviceChain is what one device noted.
type DeviceChain struct {
	Device string
	Marks  int
	Ends   []string // its lines of the head (FORMAT in digest.go): one, more where the chain forks
}

// Kinds of breaks.
const (
	BreakMissing = "missing" // a mark is not there that was
	BreakChanged = "changed" // a mark is not as it was
	BreakFork    = "fork"    // two marks follow one: the device was restored from an old backup, or its data used twice
	BreakClock   = "clock"   // the clock was turned back
	BreakLate    = "late"    // entered more than a day after the session
	BreakEarly   = "early"   // entered before the day of the session
)

// Break is something about the marks that an auditor wants explained. Only what is Serious says that the record is not whole.
type Break struct {
	Kind    string
	Serious bool
	Device  string
	Session string   // of late and early ones
	Marks   []string // ids of the marks concerned, as far as they are there
	Err     error    // the sentence
}

// Says is the sentence.
func (b Break) Says() string { return text.Explain(b.Err).What }

// The sentences of breaks.
var (
	ErrMarkMissing = text.NewError("training.mark_missing")
	ErrMarkChanged = text.NewError("training.mark_changed")
	ErrMarkFork    = text.NewError("training.mark_fork")
	ErrClockBack   = text.NewError("training.clock_back")
	ErrMarkedLate  = text.NewError("training.marked_late")
	ErrMarkedEarly = text.NewError("training.marked_early")
)

// NewChain looks through the marks of a class.
func NewChain(sessions []Session, marks []Mark) Chain {
	c := Chain{held: map[string]map[string]Mark{}}
	for _, m := range marks {
		if c.held[m.Device] == nil {
			c.held[m.Device] = map[string]Mark{}
		}
		c.held[m.Device][m.Digest()] = m
	}
	for _, device := range slices.Sorted(maps.Keys(c.held)) {
		l := linked(device, c.held[device])
		c.Breaks = append(c.Breaks, l.breaks...)
		c.Devices = append(c.Devices, DeviceChain{Device: device, Marks: len(l.at), Ends: l.ends()})
		c.Marks += len(l.at)
	}
	c.Breaks = append(c.Breaks, untimely(sessions, marks)...)
	slices.SortStableFunc(c.Breaks, func(a, b Break) int { return cmp.Compare(weight(a), weight(b)) })
	return c
}

func weight(b Break) int {
	if b.Serious {
		return 0
	}
	return 1
}

// Sound tells whether nothing is missing or changed, as far as the chains alone can tell: that the last mark of one is there, only a seal knows.
func (c Chain) Sound() bool {
	return !slices.ContainsFunc(c.Breaks, func(b Break) bool { return b.Serious })
}

// Lines are what the head is made of, as a seal keeps them.
func (c Chain) Lines() string {
	var all []string
	for _, d := range c.Devices {
		all = append(all, d.Ends...)
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

// Head is what the closing sheet prints.
func (c Chain) Head() string { return HeadOf(c.Lines()) }

// HeadOf is the head of the lines that a seal keeps.
func HeadOf(lines string) string { return sha(lines) }

// Holds tells what of a seal's lines is no longer there, in sentences; nothing where all of it is. What came after the seal is no fault.
func (c Chain) Holds(lines string) []error {
	var out []error
	for line := range strings.SplitSeq(lines, "\n") {
		if line == "" {
			continue
		}
		parts := strings.Split(line, ":")
		if len(parts) != 3 || !c.holds(parts[0], parts[1], parts[2]) {
			out = append(out, ErrSealedGone.With(Shown(strings.TrimSuffix(parts[0], "/old")), strings.Join(parts[1:min(2, len(parts))], "")))
		}
	}
	return out
}

// ErrSealedGone is a mark that was there when the class was sealed.
var ErrSealedGone = text.NewError("training.sealed_gone")

func (c Chain) holds(device, no, end string) bool {
	if name, old := strings.CutSuffix(device, "/old"); old {
		_, line := unnumbered(name, c.held[name])
		return line == device+":"+no+":"+end
	}
	n, err := strconv.Atoi(no)
	if err != nil {
		return false
	}
	for ; n > 0; n-- {
		m, ok := c.held[device][end]
		if !ok || m.No != n {
			return false
		}
		end = m.Prev
	}
	return end == ""
}

// Tip is the last of a device's marks: what its next one follows. No is 0 where there is none. Of several branches it is the longest.
func (c Chain) Tip(device string) (digest string, no int) {
	for d, m := range c.held[device] {
		if m.No > no || m.No == no && no > 0 && d > digest {
			digest, no = d, m.No
		}
	}
	return digest, no
}

// Shown is a device's number as people are shown it: short enough to read out.
func Shown(device string) string {
	if device == "" {
		return "—"
	}
	return device
}

func endLine(device string, no int, digest string) string {
	return fmt.Sprintf("%s:%d:%s", device, no, digest)
}
