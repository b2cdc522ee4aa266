package main

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"unicode"
)

// decodePayload reads a payload as the page does: keys are compared without regard to case, underscores, hyphens and
// spaces with Go's names and with those of the JSON tags, unknown ones are ignored, the last of equal ones counts, and
// null is a zero value. Anything of the wrong kind makes the payload unusable.
func decodePayload(text string, into reflect.Value) bool {
	if !json.Valid([]byte(text)) {
		return false
	}
	return text != "" && bytes.TrimSpace([]byte(text))[0] == '{' && decodeInto([]byte(text), into)
}

func plainKey(key string) string {
	return strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(key))
}

// eachMember calls visit for the members of a JSON object in the order of the text, equal keys included.
func eachMember(object []byte, visit func(key string, value []byte) bool) bool {
	d := json.NewDecoder(bytes.NewReader(object))
	must(d.Token())
	for d.More() {
		key := must(d.Token()).(string)
		var value json.RawMessage
		if d.Decode(&value) != nil || !visit(key, value) {
			return false
		}
	}
	return true
}

func decodeInto(text []byte, into reflect.Value) bool {
	text = bytes.TrimSpace(text)
	into.SetZero()
	if text[0] == 'n' {
		return true
	}
	if into.Type().Name() == "ApplicationId" {
		return decodeApplication(text, into)
	}
	switch into.Kind() {
	case reflect.String:
		return text[0] == '"' && setString(text, into)
	case reflect.Bool:
		into.SetBool(text[0] == 't')
		return text[0] == 't' || text[0] == 'f'
	case reflect.Slice:
		if text[0] != '[' {
			return false
		}
		list := read[[]json.RawMessage](text)
		into.Set(reflect.MakeSlice(into.Type(), len(list), len(list)))
		for i, element := range list {
			if !decodeInto(element, into.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Struct:
		return text[0] == '{' && eachMember(text, func(key string, value []byte) bool {
			i := fieldFor(key, into.Type())
			return i < 0 || decodeInto(value, into.Field(i))
		})
	}
	return false
}

func setString(text []byte, into reflect.Value) bool {
	into.SetString(read[string](text))
	return true
}

func fieldFor(key string, t reflect.Type) int {
	plain := plainKey(key)
	for i := 0; i < t.NumField(); i++ {
		tag, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if plain == plainKey(t.Field(i).Name) || tag != "" && plain == plainKey(tag) {
			return i
		}
	}
	return -1
}

// decodeApplication reads an application's id from its text or from an object. The text may have a cluster where the
// type has none and the other way round: kinds begin with an upper-case letter and namespaces do not.
func decodeApplication(text []byte, into reflect.Value) bool {
	part := map[string]string{}
	switch text[0] {
	case '"':
		p := strings.Split(read[string](text), ":")
		if len(p) < 3 {
			return false
		}
		if len(p) > 3 && (startsUpper(p[2]) && !startsUpper(p[1]) || p[1] == "" && p[2] == "") {
			part["ClusterId"] = p[0]
			p = p[1:]
		}
		part["Namespace"], part["Kind"], part["Name"] = p[0], p[1], strings.Join(p[2:], ":")
	case '{':
		ok := eachMember(text, func(key string, value []byte) bool {
			for _, name := range []string{"ClusterId", "Namespace", "Kind", "Name"} {
				if plainKey(name) != plainKey(key) || value[0] == 'n' {
					continue
				}
				if value[0] != '"' {
					return false
				}
				part[name] = read[string](value)
			}
			return true
		})
		if !ok {
			return false
		}
	default:
		return false
	}
	// Without an application everything but the cluster is empty.
	if part["Namespace"] == "" && part["Kind"]+part["Name"] != "" {
		part["Namespace"] = "_"
	}
	for i := 0; i < into.NumField(); i++ {
		into.Field(i).SetString(part[into.Type().Field(i).Name])
	}
	return true
}

func startsUpper(s string) bool {
	return s != "" && s[0] <= unicode.MaxASCII && unicode.IsUpper(rune(s[0]))
}
