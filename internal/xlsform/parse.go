package xlsform

import (
	"math"
	"strconv"
	"unicode/utf8"

	"ruhu/internal/text"
)

// What can be wrong with an expression. Each names the place in it.
var (
	ErrExpression   = text.NewError("xlsform.expression")
	ErrUnknownName  = text.NewError("xlsform.unknown_name")
	ErrFunction     = text.NewError("xlsform.function")
	ErrArguments    = text.NewError("xlsform.arguments")
	ErrRegex        = text.NewError("xlsform.regex")
	ErrTooLong      = text.NewError("xlsform.too_long")
	ErrNoToday      = text.NewError("xlsform.no_today")
	ErrGoesInCircle = text.NewError("xlsform.circle")
)

// How large an expression may be: a hostile one must cost nothing.
const (
	longestExpression = 8192
	deepest           = 48
)

// node works out one part of an expression.
type node func(e *env) value

// expr is an expression that was read.
type expr struct {
	run   node
	sort  sort
	refs  []string // the questions it looks at
	today bool     // it wants to know the day
}

// parser reads an expression by precedence, as XPath 1.0 does.
type parser struct {
	lex   lexer
	now   token
	scope *scope
	depth int
	expr  expr
	err   error
}

// part is a node and what it comes to.
type part struct {
	run  node
	sort sort
	text string // of a literal
	lit  bool
}

// parseExpression reads an expression once and for all; running it again and again costs no reading.
func parseExpression(s string, scope *scope) (*expr, error) {
	if utf8.RuneCountInString(s) > longestExpression {
		return nil, ErrTooLong
	}
	p := &parser{lex: lexer{in: []rune(s)}, scope: scope}
	p.step()
	whole := p.binary(0)
	if p.err == nil && p.now.kind != 0 {
		p.fail()
	}
	if p.err != nil {
		return nil, p.err
	}
	p.expr.run, p.expr.sort = whole.run, whole.sort
	return &p.expr, nil
}

func (p *parser) step() {
	if p.err != nil {
		p.now = token{}
		return
	}
	t, ok := p.lex.next()
	p.now = t
	if !ok {
		p.fail()
	}
}

func (p *parser) fail() { p.failWith(ErrExpression.With(p.now.at)) }

// failWith keeps the first error; from then on there is nothing more to read.
func (p *parser) failWith(err error) part {
	if p.err == nil {
		p.err = err
	}
	p.now = token{}
	return part{run: func(*env) value { return value{} }}
}

func (p *parser) is(kind byte, text string) bool { return p.now.kind == kind && p.now.text == text }

func (p *parser) want(sign string) {
	if !p.is('o', sign) {
		p.fail()
		return
	}
	p.step()
}

// levels are the operators of two sides, the loosest first; each goes from left to right.
var levels = [][]string{{"or"}, {"and"}, {"=", "!="}, {"<", "<=", ">", ">="}, {"+", "-"}, {"*", "div", "mod"}}

// binary reads a chain of operators of one level.
func (p *parser) binary(level int) part {
	if level == len(levels) {
		return p.unary()
	}
	left := p.binary(level + 1)
	for p.err == nil {
		op, ok := p.operatorOf(level)
		if !ok {
			return left
		}
		p.step()
		left = join(op, left, p.binary(level+1))
	}
	return left
}

func (p *parser) operatorOf(level int) (string, bool) {
	if p.now.kind != 'o' && p.now.kind != 'w' {
		return "", false
	}
	for _, op := range levels[level] {
		if op == p.now.text {
			return op, true
		}
	}
	return "", false
}

// join makes one part of two and their operator.
func join(op string, a, b part) part {
	l, r := a.run, b.run
	switch op {
	case "or":
		return part{run: func(e *env) value { return truthOf(l(e).truth() || r(e).truth()) }, sort: truth}
	case "and":
		return part{run: func(e *env) value { return truthOf(l(e).truth() && r(e).truth()) }, sort: truth}
	case "=":
		return part{run: func(e *env) value { return truthOf(same(l(e), r(e))) }, sort: truth}
	case "!=":
		return part{run: func(e *env) value { return truthOf(!same(l(e), r(e))) }, sort: truth}
	case "<", "<=", ">", ">=":
		return part{run: func(e *env) value { return truthOf(ordered(op, l(e).number(), r(e).number())) }, sort: truth}
	}
	kind := number
	if (a.sort == day) != (b.sort == day) && (op == "+" || op == "-") {
		kind = day // so many days before or after
	}
	return part{run: func(e *env) value { return value{sort: kind, n: reckoned(op, l(e).number(), r(e).number())} }, sort: kind}
}

// ordered: nothing is before or after what is no number.
func ordered(op string, a, b float64) bool {
	switch op {
	case "<":
		return a < b
	case "<=":
		return a <= b
	case ">":
		return a > b
	}
	return a >= b
}

func reckoned(op string, a, b float64) float64 {
	switch op {
	case "+":
		return a + b
	case "-":
		return a - b
	case "*":
		return a * b
	case "div":
		return a / b
	}
	return math.Mod(a, b) // with the sign of a, as XPath has it
}

// unary reads any number of minus signs before a term.
func (p *parser) unary() part {
	if !p.is('o', "-") {
		return p.term()
	}
	if !p.deeper() {
		return part{run: func(*env) value { return value{} }}
	}
	defer p.higher()
	p.step()
	of := p.unary()
	return part{run: func(e *env) value { return numberOf(-of.run(e).number()) }, sort: number}
}

func (p *parser) deeper() bool {
	if p.depth++; p.depth > deepest {
		p.failWith(ErrTooLong)
		return false
	}
	return true
}

func (p *parser) higher() { p.depth-- }

// term reads what stands between operators.
func (p *parser) term() part {
	if !p.deeper() {
		return part{}
	}
	defer p.higher()
	t := p.now
	p.step()
	switch {
	case t.kind == 'n':
		return p.literalNumber(t)
	case t.kind == 's':
		v := textOf(t.text)
		return part{run: func(*env) value { return v }, text: t.text, lit: true}
	case t.kind == 'r':
		return p.reference(t)
	case t.kind == 'o' && t.text == ".":
		return part{run: func(e *env) value { return e.self }, sort: p.scope.self}
	case t.kind == 'o' && t.text == "(":
		inner := p.binary(0)
		p.want(")")
		return inner
	case t.kind == 'w' && p.is('o', "("):
		return p.call(t)
	}
	return p.failWith(ErrExpression.With(t.at))
}

func (p *parser) literalNumber(t token) part {
	n, err := strconv.ParseFloat(t.text, 64)
	if err != nil {
		return p.failWith(ErrExpression.With(t.at))
	}
	return part{run: func(*env) value { return numberOf(n) }, sort: number, text: t.text, lit: true}
}

// reference reads ${name}: a question of this form, or one that the register has itself.
func (p *parser) reference(t token) part {
	q := p.scope.find(t.text)
	if q == nil {
		return p.failWith(ErrUnknownName.With(t.text))
	}
	p.expr.refs = append(p.expr.refs, t.text)
	return part{run: func(e *env) value { return e.answer(q) }, sort: q.sort()}
}
