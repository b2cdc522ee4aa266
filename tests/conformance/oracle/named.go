package main

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
)

// The types below have twins in ../named.ts; requests name them in types.

type Level int

func (l Level) String() string {
	switch l {
	case 1:
		return "low"
	case 2:
		return "high"
	}
	return fmt.Sprintf("level %d", int(l))
}

type PLevel int

func (l *PLevel) String() string { return fmt.Sprintf("plevel %d", int(*l)) }

type Flag bool

type Ratio float64

type Word string

func (w Word) Loud() string { return string(w) + "!" }

type Words []string

func (w Words) String() string { return strings.Join(w, "+") }

type Table map[string]int

type Blob []byte

type Text []byte

func (t Text) MarshalText() ([]byte, error) { return []byte("<" + string(t) + ">"), nil }

type Stamp struct{ Sec int64 }

func (s Stamp) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, `"@%d"`, s.Sec), nil }

type PStamp struct{ Sec int64 }

func (s *PStamp) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, `"*%d"`, s.Sec), nil }

type Pair struct{ A, B string }

func (p Pair) MarshalText() ([]byte, error) { return []byte(p.A + "/" + p.B), nil }

type PPair struct{ A, B string }

func (p *PPair) MarshalText() ([]byte, error) { return []byte(p.A + "//" + p.B), nil }

type TextErr struct{ X int }

func (TextErr) MarshalText() ([]byte, error) { return nil, errors.New("no text") }

type JSONErr struct{ X int }

func (JSONErr) MarshalJSON() ([]byte, error) { return nil, errors.New("no json") }

type JSONRaw struct{ Raw string }

func (j JSONRaw) MarshalJSON() ([]byte, error) { return []byte(j.Raw), nil }

type Gos struct{ N int }

func (g Gos) GoString() string { return fmt.Sprintf("Gos<%d>", g.N) }

type Failure struct{ Code int }

func (f Failure) Error() string { return fmt.Sprintf("failure %d", f.Code) }

type PFailure struct{ Code int }

func (f *PFailure) Error() string { return fmt.Sprintf("pfailure %d", f.Code) }

type Both struct{ E, S string }

func (b Both) Error() string { return b.E }

func (b Both) String() string { return b.S }

type Panics struct{ How string }

func (p Panics) String() string {
	switch p.How {
	case "value":
		panic("thrown")
	case "error":
		panic(errors.New("thrown error"))
	case "index":
		var empty []string
		return empty[len(p.How)]
	case "nil":
		var none *Panics
		return none.How
	}
	return "calm"
}

type Zeroer struct{ N int }

func (z Zeroer) IsZero() bool { return z.N == 7 }

type Tags struct {
	Plain     string
	Renamed   string         `json:"renamed"`
	Omit      string         `json:",omitempty"`
	OmitInt   int            `json:"oi,omitempty"`
	OmitFloat float64        `json:",omitempty"`
	OmitBool  bool           `json:",omitempty"`
	OmitSlice []int          `json:",omitempty"`
	OmitMap   map[string]int `json:",omitempty"`
	OmitPtr   *int           `json:",omitempty"`
	OmitAny   any            `json:",omitempty"`
	OmitNone  [0]int         `json:",omitempty"`
	OmitEmpty struct{}       `json:",omitempty"`
	Zero      Zeroer         `json:",omitzero"`
	ZeroInt   int            `json:",omitzero"`
	ZeroMap   map[string]int `json:",omitzero"`
	Quoted    int            `json:",string"`
	QuotedB   bool           `json:",string"`
	QuotedS   string         `json:",string"`
	QuotedF   float64        `json:",string"`
	QuotedP   *int           `json:",string"`
	QuotedAny any            `json:",string"`
	Dash      int            `json:"-"`
	DashComma int            `json:"-,"`
	Odd       int            `json:"a<b"`
	Bad       int            `json:"a\"b"`
	Letters   int            `json:"größe"`
	hidden    int
}

type Left struct {
	Shared string
	OnlyL  string
	Named  string `json:"name"`
}

type Right struct {
	Shared string
	OnlyR  string
	Name   string `json:"name"`
}

type Embeds struct {
	Left
	*Right
	Word
	Own string
}

type Node struct {
	Name string
	Kids []*Node
	Next *Node
}

func (n *Node) Depth() int {
	if n == nil {
		return 0
	}
	return 1 + n.Next.Depth()
}

func (n Node) Title() string { return "node " + n.Name }

// Args takes arguments of every kind.
type Args struct{ Prefix string }

func (a Args) show(v any) string { return fmt.Sprintf("%s%T(%v)", a.Prefix, v, v) }

func (a Args) Int(v int) string                          { return a.show(v) }
func (a Args) Int8(v int8) string                        { return a.show(v) }
func (a Args) Int64(v int64) string                      { return a.show(v) }
func (a Args) Rune(v rune) string                        { return a.show(v) }
func (a Args) Uint8(v uint8) string                      { return a.show(v) }
func (a Args) Uint64(v uint64) string                    { return a.show(v) }
func (a Args) Uintptr(v uintptr) string                  { return a.show(v) }
func (a Args) Float32(v float32) string                  { return a.show(v) }
func (a Args) Float64(v float64) string                  { return a.show(v) }
func (a Args) Complex64(v complex64) string              { return a.show(v) }
func (a Args) Complex128(v complex128) string            { return a.show(v) }
func (a Args) Bool(v bool) string                        { return a.show(v) }
func (a Args) Flag(v Flag) string                        { return a.show(v) }
func (a Args) String_(v string) string                   { return a.show(v) }
func (a Args) Word(v Word) string                        { return a.show(v) }
func (a Args) Level(v Level) string                      { return a.show(v) }
func (a Args) Ratio(v Ratio) string                      { return a.show(v) }
func (a Args) Any(v any) string                          { return a.show(v) }
func (a Args) Ints(v []int) string                       { return a.show(v) }
func (a Args) Anys(v []any) string                       { return a.show(v) }
func (a Args) Bytes(v []byte) string                     { return a.show(v) }
func (a Args) Map(v map[string]any) string               { return a.show(v) }
func (a Args) Table(v Table) string                      { return a.show(v) }
func (a Args) Array(v [2]int) string                     { return a.show(v) }
func (a Args) Pair(v Pair) string                        { return a.show(v) }
func (a Args) PtrPair(v *Pair) string                    { return fmt.Sprintf("%T %t", v, v == nil) }
func (a Args) PtrInt(v *int) string                      { return fmt.Sprintf("%T %t", v, v == nil) }
func (a Args) Func(v func() string) string               { return fmt.Sprintf("%T %t", v, v == nil) }
func (a Args) Chan(v chan int) string                    { return fmt.Sprintf("%T %t", v, v == nil) }
func (a Args) Error_(v error) string                     { return a.show(v) }
func (a Args) Stringer(v fmt.Stringer) string            { return a.show(v) }
func (a Args) Many(v ...int) string                      { return a.show(v) }
func (a Args) ManyAny(v ...any) string                   { return a.show(v) }
func (a Args) Rest(s string, n uint, v ...string) string { return fmt.Sprint(s, n, v) }
func (a Args) Three(s string, b bool, f float64) string  { return fmt.Sprint(s, b, f) }
func (a Args) Fails(v string) (string, error)            { return v, errors.New("fails: " + v) }
func (a Args) Works(v string) (string, error)            { return v, nil }
func (a Args) Throws(v string) string                    { panic("throws " + v) }
func (a Args) Nothing()                                  {}
func (a *Args) Change(v string) string                   { return "changed " + v }

var namedTypes = named(Level(0), PLevel(0), Flag(false), Ratio(0), Word(""), Words(nil), Table(nil), Blob(nil), Text(nil),
	Stamp{}, PStamp{}, Pair{}, PPair{}, TextErr{}, JSONErr{}, JSONRaw{}, Gos{}, Failure{}, PFailure{}, Both{}, Panics{},
	Zeroer{}, Tags{}, Left{}, Right{}, Embeds{}, Node{}, Args{}, Kind(""), ID{}, Ptr{}, Base{}, Err{}, Square{}, EmbedNil{}, Big{})

func named(samples ...any) map[string]reflect.Type {
	types := map[string]reflect.Type{"Stringer": typeFor[fmt.Stringer](), "Shape": typeFor[Shape]()}
	for _, sample := range samples {
		t := reflect.TypeOf(sample)
		types[t.Name()] = t
	}
	return types
}

// funcs are what $func names.
var funcs = map[string]any{
	"double": func(n int) int { return n * 2 },
	"join":   func(sep string, s ...string) string { return strings.Join(s, sep) },
	"same":   func(v any) any { return v },
	"fail":   func() (string, error) { return "lost", errors.New("func failed") },
	"work":   func() (string, error) { return "worked", nil },
	"none":   func() {},
	"two":    func() (int, int) { return 1, 2 },
	"throw":  func() string { panic("thrown by func") },
	"maker":  func() func() string { return func() string { return "made" } },
	"count":  seq(count),
	"pairs":  seq2(pairs),
	"counts": count,
	"empty":  func(func(string) bool) {},
	"bare": func(yield func() bool) {
		for i := 0; i < 3; i++ {
			if !yield() {
				return
			}
		}
	},
	"triple": func(yield func(int, int, int) bool) { yield(1, 2, 3) },
}

func count(yield func(int) bool) {
	for i := 0; i < 4; i++ {
		if !yield(i * 10) {
			return
		}
	}
}

func pairs(yield func(string, int) bool) {
	for i, name := range []string{"a", "b", "c"} {
		if !yield(name, i+1) {
			return
		}
	}
}
