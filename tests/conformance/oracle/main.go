// Command oracle answers conformance requests with what real Go does: it reads JSON lines on standard input and writes
// one JSON line for each, in order. The protocol is described in ../README.md.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"unicode/utf8"
)

// A request is one line of input. Which members count depends on the mode.
type request struct {
	ID             json.RawMessage `json:"id"`
	Mode           string          `json:"mode"`
	Template       string          `json:"template"`
	TemplateBase64 *[]byte         `json:"templateBase64"`
	Data           json.RawMessage `json:"data"`
	Kind           string          `json:"kind"`
	Version        string          `json:"version"`
	Payload        string          `json:"payload"`
	CustomFields   [][2]string     `json:"customFields"`
	Webhook        *webhook        `json:"webhook"`
}

// A webhook has the settings of Coroot's integration that shape its request. With one, the answer has the request's
// headers, and only Coroot itself can give it.
type webhook struct {
	BasicAuth *[2]string  `json:"basicAuth"`
	Headers   [][2]string `json:"headers"`
}

// A response is one line of output; byte slices are base64 there. Fault tells what kept the oracle from answering: a bad
// request, a watchdog that rang, more output than it keeps.
type response struct {
	ID     json.RawMessage `json:"id"`
	Output []byte          `json:"output"`
	Body   *[]byte         `json:"body,omitempty"`
	Error  *string         `json:"error"`
	// The error's bytes, when they are not UTF-8 and the text above is not all of it.
	ErrorBase64 []byte `json:"errorBase64,omitempty"`
	// The headers of the request as they were sent, Host left out.
	Headers [][2]string `json:"headers,omitempty"`
	// Whether Coroot itself was given the notification and did everything else.
	Itself bool   `json:"itself,omitempty"`
	Fault  string `json:"fault,omitempty"`
}

func (r request) text() string {
	if r.TemplateBase64 != nil {
		return string(*r.TemplateBase64)
	}
	return r.Template
}

// fields gives the custom fields as Coroot's form makes them of its rows: those without a key are left out, and of equal
// keys the last counts.
func (r request) fields() map[string]string {
	fields := map[string]string{}
	for _, f := range r.CustomFields {
		if f[0] != "" {
			fields[f[0]] = f[1]
		}
	}
	return fields
}

func answer(line []byte) response {
	var q request
	if err := json.Unmarshal(line, &q); err != nil {
		return response{Fault: "bad request: " + err.Error()}
	}
	var r response
	switch q.Mode {
	case "any":
		r = answerAny(q)
	case "coroot":
		r = answerCoroot(q)
	default:
		r.Fault = fmt.Sprintf("bad mode %q", q.Mode)
	}
	if r.Error != nil && !utf8.ValidString(*r.Error) {
		r.ErrorBase64 = []byte(*r.Error)
	}
	r.ID = q.ID
	return r
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	encoder := json.NewEncoder(out)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			if err := encoder.Encode(answer(line)); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
		// Somebody may be waiting for the answers to all that has been asked so far.
		if in.Buffered() == 0 {
			out.Flush()
		}
		if err != nil {
			out.Flush()
			return
		}
	}
}
