package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unsafe"
)

// decodeData builds what a request's data describes; see ../README.md for the notation.
func decodeData(text json.RawMessage) (data any, err error) {
	if len(text) == 0 {
		return nil, nil
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	v := build(text)
	if !v.IsValid() {
		return nil, nil
	}
	return v.Interface(), nil
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func read[T any](text json.RawMessage) (v T) {
	if err := json.Unmarshal(text, &v); err != nil {
		panic(fmt.Errorf("%s: %w", text, err))
	}
	return v
}

// pair reads a list of n texts.
func parts(text json.RawMessage, n int) []json.RawMessage {
	list := read[[]json.RawMessage](text)
	if len(list) != n {
		panic(fmt.Errorf("%s has not %d parts", text, n))
	}
	return list
}

func typeOf(text json.RawMessage) reflect.Type { return must(parseType(read[string](text))) }

// typed finds the one member of an object whose name begins with $.
func typed(text json.RawMessage) (name string, v json.RawMessage, found bool) {
	if len(text) == 0 || text[0] != '{' {
		return "", nil, false
	}
	object := read[map[string]json.RawMessage](text)
	if len(object) != 1 {
		return "", nil, false
	}
	for name, v = range object {
		found = strings.HasPrefix(name, "$")
	}
	return name, v, found
}

// build makes a value whose type the text tells itself; the zero Value for null.
func build(text json.RawMessage) reflect.Value {
	text = bytes.TrimSpace(text)
	if name, v, found := typed(text); found {
		return buildTyped(name, v)
	}
	switch text[0] {
	case 'n':
		return reflect.Value{}
	case '[':
		list := []any{}
		for _, e := range read[[]json.RawMessage](text) {
			list = append(list, boxed(build(e)))
		}
		return reflect.ValueOf(list)
	case '{':
		object := map[string]any{}
		for k, e := range read[map[string]json.RawMessage](text) {
			object[k] = boxed(build(e))
		}
		return reflect.ValueOf(object)
	}
	return reflect.ValueOf(read[any](text))
}

func boxed(v reflect.Value) any {
	if !v.IsValid() {
		return nil
	}
	return v.Interface()
}

func buildTyped(name string, v json.RawMessage) reflect.Value {
	switch name {
	case "$stringBase64":
		return reflect.ValueOf(string(must(base64.StdEncoding.DecodeString(read[string](v)))))
	case "$bytes":
		// The decoder makes room for whole groups of three bytes; a template sees that with slice.
		return reflect.ValueOf(slices.Clip(must(base64.StdEncoding.DecodeString(read[string](v)))))
	case "$slice":
		p := parts(v, 2)
		return buildAs(reflect.SliceOf(typeOf(p[0])), p[1])
	case "$array":
		p := parts(v, 2)
		return buildAs(reflect.ArrayOf(len(read[[]json.RawMessage](p[1])), typeOf(p[0])), p[1])
	case "$map":
		p := parts(v, 3)
		return buildAs(reflect.MapOf(typeOf(p[0]), typeOf(p[1])), p[2])
	case "$ptr":
		return pointerTo(build(v))
	case "$pointer":
		p := parts(v, 2)
		return pointerTo(buildAs(typeOf(p[0]), p[1]))
	case "$nil":
		return reflect.Zero(typeOf(v))
	case "$struct":
		return buildStruct(read[[]json.RawMessage](v))
	case "$named", "$value":
		p := parts(v, 2)
		return buildAs(typeOf(p[0]), p[1])
	case "$fixture":
		return reflect.ValueOf(fixture(read[string](v)))
	case "$func":
		f, ok := funcs[read[string](v)]
		if !ok {
			panic(fmt.Errorf("no func %s", v))
		}
		return reflect.ValueOf(f)
	}
	if t, ok := basicTypes[strings.TrimPrefix(name, "$")]; ok {
		return buildAs(t, v)
	}
	panic(fmt.Errorf("no notation %s", name))
}

func pointerTo(v reflect.Value) reflect.Value {
	if !v.IsValid() {
		panic(errors.New("pointer to nil; name its type with $value"))
	}
	p := reflect.New(v.Type())
	p.Elem().Set(v)
	return p
}

func buildStruct(list []json.RawMessage) reflect.Value {
	var fields []reflect.StructField
	for _, text := range list {
		p := parts(text, 4)
		fields = append(fields, structField(read[string](p[0]), typeOf(p[1]), read[string](p[2])))
	}
	s := reflect.New(reflect.StructOf(fields)).Elem()
	for i, text := range list {
		assign(s.Field(i), buildAs(fields[i].Type, parts(text, 4)[3]))
	}
	return s
}

// assign sets a field, unexported ones included.
func assign(field, v reflect.Value) {
	reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem().Set(v)
}

// buildAs makes a value of exactly the type t; plain JSON is read by the kind of t, and null is its zero value.
func buildAs(t reflect.Type, text json.RawMessage) reflect.Value {
	v := reflect.New(t).Elem()
	text = bytes.TrimSpace(text)
	if name, member, found := typed(text); found {
		held := buildTyped(name, member)
		if t.Kind() == reflect.String {
			held = held.Convert(t)
		}
		v.Set(held)
		return v
	}
	if text[0] == 'n' {
		return v
	}
	switch t.Kind() {
	case reflect.Interface:
		if held := build(text); held.IsValid() {
			v.Set(held)
		}
	case reflect.Bool:
		v.SetBool(read[bool](text))
	case reflect.String:
		v.SetString(read[string](text))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(must(strconv.ParseInt(digits(text), 10, t.Bits())))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(must(strconv.ParseUint(digits(text), 10, t.Bits())))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(must(strconv.ParseFloat(digits(text), t.Bits())))
	case reflect.Complex64, reflect.Complex128:
		p := parts(text, 2)
		re := must(strconv.ParseFloat(digits(p[0]), t.Bits()/2))
		im := must(strconv.ParseFloat(digits(p[1]), t.Bits()/2))
		v.SetComplex(complex(re, im))
	case reflect.Pointer:
		v.Set(pointerAs(t, buildAs(t.Elem(), text)))
	case reflect.Slice:
		list := read[[]json.RawMessage](text)
		v.Set(reflect.MakeSlice(t, 0, len(list)))
		for _, e := range list {
			v.Set(reflect.Append(v, buildAs(t.Elem(), e)))
		}
	case reflect.Array:
		for i, e := range read[[]json.RawMessage](text) {
			v.Index(i).Set(buildAs(t.Elem(), e))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(t))
		for _, e := range read[[]json.RawMessage](text) {
			p := parts(e, 2)
			v.SetMapIndex(buildAs(t.Key(), p[0]), buildAs(t.Elem(), p[1]))
		}
	case reflect.Struct:
		for i, e := range read[[]json.RawMessage](text) {
			assign(v.Field(i), buildAs(t.Field(i).Type, e))
		}
	case reflect.Chan:
		v.Set(closedChannel(t, read[[]json.RawMessage](text)))
	default:
		panic(fmt.Errorf("no %s from %s", t, text))
	}
	return v
}

func pointerAs(t reflect.Type, v reflect.Value) reflect.Value { return pointerTo(v).Convert(t) }

// closedChannel makes a channel that still has the elements and is closed after them.
func closedChannel(t reflect.Type, list []json.RawMessage) reflect.Value {
	c := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, t.Elem()), len(list))
	for _, e := range list {
		c.Send(buildAs(t.Elem(), e))
	}
	c.Close()
	return c.Convert(t)
}

// digits is a number's text, which may stand in quotes so that it keeps all its digits, NaN or Inf.
func digits(text json.RawMessage) string {
	if text[0] == '"' {
		return read[string](text)
	}
	return string(text)
}
