package main

import (
	"errors"
	"fmt"
	"strings"
)

// The types and values below have twins in ../../go/fixtures.ts; requests name them with $fixture.

type Kind string

func (k Kind) Upper() string { return strings.ToUpper(string(k)) }

type ID struct {
	NS, Name string
}

func (i ID) String() string             { return i.NS + ":" + i.Name }
func (i ID) With(p string) string       { return p + i.Name }
func (i ID) Parts(sep ...string) string { return i.NS + strings.Join(sep, "|") + i.Name }
func (i ID) Err() (string, error)       { return "", errors.New("id failed") }
func (i ID) Ok() (string, error)        { return "fine", nil }
func (i ID) Three() (int, int, int)     { return 1, 2, 3 }
func (i ID) None()                      {}
func (i ID) TwoBad() (int, string)      { return 1, "x" }
func (i ID) PanicValue() string         { panic("boom") }
func (i ID) PanicError() string         { panic(errors.New("bang")) }
func (i ID) PanicRuntime() string       { var m []int; return fmt.Sprint(m[len(i.NS)+3]) }
func (i ID) PanicNil() string           { var p *ID; return p.NS }
func (i ID) Self() ID                   { return i }
func (i ID) Ptr() *ID                   { return &i }
func (i ID) NilPtr() *ID                { return nil }
func (i ID) Any() any                   { return i.Name }
func (i ID) NilAny() any                { return nil }
func (i ID) Add(a, b int) int           { return a + b }

type Ptr struct {
	X    int
	Next *Ptr
}

func (p *Ptr) Get() int {
	if p == nil {
		return -1
	}
	return p.X
}
func (p *Ptr) String() string {
	if p == nil {
		return "nilptr"
	}
	return fmt.Sprintf("P%d", p.X)
}
func (p Ptr) Val() int { return p.X * 2 }

type inner struct {
	Promoted string
	hidden   string
}

func (i inner) InnerMethod() string { return "inner " + i.Promoted }

type Base struct {
	BaseName string
	Same     string
}

func (b *Base) BasePtr() string { return "bp" + b.BaseName }
func (b Base) BaseVal() string  { return "bv" + b.BaseName }

type Err struct{ Code int }

func (e Err) Error() string { return fmt.Sprintf("err %d", e.Code) }

type Shape interface{ Area() float64 }
type Square struct{ Side float64 }

func (s Square) Area() float64 { return s.Side * s.Side }

type Big struct {
	inner
	*Base
	Same      string
	Str       string
	K         Kind
	I         int
	I8        int8
	I16       int16
	I32       int32
	I64       int64
	U         uint
	U8        uint8
	U16       uint16
	U32       uint32
	U64       uint64
	F32       float32
	F64       float64
	C64       complex64
	C128      complex128
	B         bool
	F         bool
	Bytes     []byte
	Runes     []rune
	Ints      []int
	NoInts    []int
	NilInts   []int
	Strs      []string
	Arr       [3]int
	Arr0      [0]int
	SMap      map[string]int
	IMap      map[int]string
	FMap      map[float64]string
	BMap      map[bool]string
	KMap      map[Kind]int
	AMap      map[any]string
	U8Map     map[uint8]int
	EmptyMap  map[string]int
	NilMap    map[string]int
	MapAny    map[string]any
	StructMap map[ID]int
	ID        ID
	PID       *ID
	NilPID    *ID
	PPID      **ID
	P         Ptr
	PP        *Ptr
	NilP      *Ptr
	Ps        []Ptr
	PPs       []*Ptr
	Any       any
	NilAny    any
	AnyStr    any
	AnyPtr    any
	AnyNilPtr any
	AnyFunc   any
	Err       error
	NilErr    error
	Shape     Shape
	NilShape  Shape
	Fn        func(int) int
	FnV       func(string, ...int) string
	FnErr     func() (string, error)
	FnNone    func()
	FnThree   func() (int, int, int)
	FnPanic   func() string
	NilFn     func()
	Seq       seq
	Seq0      seq
	Seq2      seq2
	Ch        chan int
	NilCh     chan int
	SendCh    chan<- int
	PInt      *int
	NilPInt   *int
	PStr      *string
	PMap      *map[string]int
	PSlice    *[]int
	PArr      *[3]int
	PPInt     **int
	PAny      *any
	Anys      []any
	IDs       []ID
	Nested    [][]int
	Anon      struct{ A, B int }
	private   string
	Uptr      uintptr
	MapMap    map[string]map[string]int
	Shapes    []Shape
	EmbedNil  EmbedNil
	PKindMap  map[string]*ID
	ArrPtrs   [2]*int
	ArrAny    [1]any
	ArrAnyS   [1]any
	SAny      struct{ V any }
}

type EmbedNil struct {
	*Base
	Z int
}

func (b Big) Hello(s string) string     { return "hello " + s }
func (b *Big) PtrHello(s string) string { return "phello " + s }

func newBig() *Big {
	seven := 7
	pseven := &seven
	str := "pstr"
	id := &ID{"pns", "pname"}
	m := map[string]int{"pm": 1}
	sl := []int{4, 5}
	arr := [3]int{7, 8, 9}
	var anyv any = "inany"
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	ch <- 3
	close(ch)
	return &Big{
		inner: inner{"promo", "hid"}, Base: &Base{"bname", "bsame"}, Same: "outer", Str: "héllo <&> 'w'", K: "kind",
		I: -17, I8: -8, I16: 16, I32: 32, I64: 1 << 60, U: 17, U8: 200, U16: 16, U32: 32, U64: 1<<64 - 1, F32: 3.25, F64: 2.5,
		C64: 1 + 2i, C128: 3 - 4i, B: true, Bytes: []byte("bytes"), Runes: []rune("rü"), Ints: append(make([]int, 0, 8), 3, 1, 2), NoInts: []int{},
		Strs: []string{"a", "b", "c"}, Arr: [3]int{1, 2, 3}, SMap: map[string]int{"b": 2, "a": 1, "c": 3},
		IMap: map[int]string{2: "two", -1: "minus", 10: "ten"}, FMap: map[float64]string{2.5: "x", -1: "y"}, BMap: map[bool]string{true: "T", false: "F"},
		KMap: map[Kind]int{"kk": 5}, AMap: map[any]string{"s": "str", "t": "tee"}, U8Map: map[uint8]int{1: 10, 255: 20},
		EmptyMap: map[string]int{}, MapAny: map[string]any{"n": nil, "s": "str", "i": 3, "m": map[string]any{"k": "v"}, "id": ID{"a", "b"}, "pid": id},
		StructMap: map[ID]int{{"a", "b"}: 1, {"a", "a"}: 2},
		ID:        ID{"ns", "name"}, PID: id, PPID: &id, P: Ptr{X: 5}, PP: &Ptr{X: 6, Next: &Ptr{X: 60}}, Ps: []Ptr{{X: 1}, {X: 2}}, PPs: []*Ptr{{X: 3}, nil},
		Any: 42, AnyStr: "any str", AnyPtr: &Ptr{X: 9}, AnyNilPtr: (*Ptr)(nil), AnyFunc: func(s string) string { return "f" + s },
		Err: Err{3}, Shape: Square{3},
		Fn: func(i int) int { return i * 2 }, FnV: func(s string, n ...int) string { return fmt.Sprint(s, n) },
		FnErr: func() (string, error) { return "", errors.New("fn failed") }, FnNone: func() {}, FnThree: func() (int, int, int) { return 1, 2, 3 },
		FnPanic: func() string { panic("fn boom") },
		Seq: func(yield func(int) bool) {
			for i := 0; i < 4; i++ {
				if !yield(i * 10) {
					return
				}
			}
		},
		Seq0: func(yield func(int) bool) {},
		Seq2: func(yield func(string, int) bool) {
			if !yield("a", 1) {
				return
			}
			if !yield("b", 2) {
				return
			}
			yield("c", 3)
		},
		Ch: ch, SendCh: make(chan<- int), PInt: &seven, PStr: &str, PMap: &m, PSlice: &sl, PArr: &arr, PPInt: &pseven, PAny: &anyv,
		Anys: []any{1, "two", 3.5, nil, true, []any{"x"}, map[string]any{"k": 1.5}}, IDs: []ID{{"x", "1"}, {"y", "2"}}, Nested: [][]int{{1, 2}, {3}, nil},
		Anon: struct{ A, B int }{1, 2}, private: "priv", Uptr: 5, MapMap: map[string]map[string]int{"x": {"y": 1}, "z": nil},
		Shapes: []Shape{Square{1}, nil, Square{2}}, ArrAny: [1]any{1}, ArrAnyS: [1]any{[]int{1}}, SAny: struct{ V any }{map[string]int{"q": 1}}, PKindMap: map[string]*ID{"p": id, "n": nil},
	}
}

func fixture(name string) any {
	switch name {
	case "big":
		return *newBig()
	case "pbig":
		return newBig()
	case "nilbig":
		return (*Big)(nil)
	}
	panic(fmt.Errorf("no fixture %q", name))
}
