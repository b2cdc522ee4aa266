package main

import (
	"bytes"

	"github.com/buger/jsonparser"
)

// escapeBody is what happens to the output of a template before it is sent.
var escapeBody = escapeNewlines

// escapeNewlines does what Coroot's EscapeJsonMultilineStrings does: line feeds in the string values of a root object are
// escaped, wherever the lenient parser that Coroot uses sees such; if it fails, nothing is.
func escapeNewlines(text []byte) []byte {
	var feeds []int
	err := jsonparser.ObjectEach(text, func(_, value []byte, kind jsonparser.ValueType, end int) error {
		start := end - 1 - len(value)
		for i, c := range value {
			if kind == jsonparser.String && c == '\n' {
				feeds = append(feeds, start+i)
			}
		}
		return nil
	})
	if err != nil {
		return text
	}
	var body bytes.Buffer
	done := 0
	for _, feed := range feeds {
		body.Write(text[done:feed])
		body.WriteString(`\n`)
		done = feed + 1
	}
	body.Write(text[done:])
	return body.Bytes()
}
