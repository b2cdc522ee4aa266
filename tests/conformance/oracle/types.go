package main

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// typeFor is reflect.TypeFor, which came with Go 1.22.
func typeFor[T any]() reflect.Type { return reflect.TypeOf((*T)(nil)).Elem() }

var basicTypes = map[string]reflect.Type{
	"bool": typeFor[bool](), "string": typeFor[string](),
	"int": typeFor[int](), "int8": typeFor[int8](), "int16": typeFor[int16](),
	"int32": typeFor[int32](), "int64": typeFor[int64](), "rune": typeFor[rune](),
	"uint": typeFor[uint](), "uint8": typeFor[uint8](), "uint16": typeFor[uint16](),
	"uint32": typeFor[uint32](), "uint64": typeFor[uint64](), "byte": typeFor[byte](),
	"uintptr": typeFor[uintptr](), "float32": typeFor[float32](), "float64": typeFor[float64](),
	"complex64": typeFor[complex64](), "complex128": typeFor[complex128](),
	"any": typeFor[any](), "error": typeFor[error](),
}

// A typeReader reads a type as Go writes it: []T, [3]T, *T, map[K]V, chan T, func(A, ...B) (C, D), struct { F T "tag" },
// interface {}, the predeclared names, and the names of the fixtures.
type typeReader struct{ rest string }

func parseType(text string) (t reflect.Type, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("type %q: %v", text, r)
		}
	}()
	r := typeReader{text}
	t = r.read()
	if r.space(); r.rest != "" {
		return nil, fmt.Errorf("type %q: %q is too much", text, r.rest)
	}
	return t, nil
}

func (r *typeReader) space() { r.rest = strings.TrimLeft(r.rest, " ") }

func (r *typeReader) take(token string) bool {
	r.space()
	rest, found := strings.CutPrefix(r.rest, token)
	if found {
		r.rest = rest
	}
	return found
}

func (r *typeReader) expect(token string) {
	if !r.take(token) {
		panic(fmt.Sprintf("no %q before %q", token, r.rest))
	}
}

func (r *typeReader) word() string {
	r.space()
	end := strings.IndexFunc(r.rest, func(c rune) bool { return c != '_' && !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	if end < 0 {
		end = len(r.rest)
	}
	word := r.rest[:end]
	r.rest = r.rest[end:]
	return word
}

func (r *typeReader) read() reflect.Type {
	switch {
	case r.take("*"):
		return reflect.PointerTo(r.read())
	case r.take("[]"):
		return reflect.SliceOf(r.read())
	case r.take("["):
		n, err := strconv.Atoi(r.word())
		if err != nil {
			panic(err)
		}
		r.expect("]")
		return reflect.ArrayOf(n, r.read())
	case r.take("<-chan "):
		return reflect.ChanOf(reflect.RecvDir, r.read())
	case r.take("chan<- "):
		return reflect.ChanOf(reflect.SendDir, r.read())
	case r.take("("):
		t := r.read()
		r.expect(")")
		return t
	}
	name := r.word()
	switch name {
	case "map":
		r.expect("[")
		key := r.read()
		r.expect("]")
		return reflect.MapOf(key, r.read())
	case "chan":
		return reflect.ChanOf(reflect.BothDir, r.read())
	case "func":
		return r.function()
	case "struct":
		return r.structure()
	case "interface":
		r.expect("{")
		r.expect("}")
		return typeFor[any]()
	}
	if t, ok := basicTypes[name]; ok {
		return t
	}
	if t, ok := namedTypes[name]; ok {
		return t
	}
	panic(fmt.Sprintf("no type %q", name))
}

func (r *typeReader) function() reflect.Type {
	var in, out []reflect.Type
	variadic := false
	r.expect("(")
	for !r.take(")") {
		if r.take("...") {
			variadic = true
			in = append(in, reflect.SliceOf(r.read()))
		} else {
			in = append(in, r.read())
		}
		r.take(",")
	}
	if r.take("(") {
		for !r.take(")") {
			out = append(out, r.read())
			r.take(",")
		}
	} else if r.space(); r.rest != "" && !strings.ContainsAny(r.rest[:1], "),;]}") {
		out = append(out, r.read())
	}
	return reflect.FuncOf(in, out, variadic)
}

func (r *typeReader) structure() reflect.Type {
	var fields []reflect.StructField
	r.expect("{")
	for !r.take("}") {
		name := r.word()
		t := r.read()
		tag := ""
		if r.space(); strings.HasPrefix(r.rest, `"`) {
			quoted, err := strconv.QuotedPrefix(r.rest)
			if err != nil {
				panic(err)
			}
			r.rest = r.rest[len(quoted):]
			tag, _ = strconv.Unquote(quoted)
		}
		fields = append(fields, structField(name, t, tag))
		r.take(";")
	}
	return reflect.StructOf(fields)
}

func structField(name string, t reflect.Type, tag string) reflect.StructField {
	f := reflect.StructField{Name: name, Type: t, Tag: reflect.StructTag(tag)}
	if first, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(first) {
		f.PkgPath = "main"
	}
	return f
}
