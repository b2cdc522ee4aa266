package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"text/template"
	"time"
)

// templateName is what templates are called in mode any; Go's messages begin with it.
const templateName = "t"

// A template may run for ever and write for ever; these end it.
const (
	patience  = 20 * time.Second
	maxOutput = 64 << 20
)

var functions = template.FuncMap{"json": func(v any) (string, error) {
	text, err := json.Marshal(v)
	return string(text), err
}}

var errFull = errors.New("oracle: the output limit is reached")

// A limitedBuffer fails once it has swallowed maxOutput bytes.
type limitedBuffer struct{ bytes.Buffer }

func (b *limitedBuffer) Write(p []byte) (int, error) {
	if b.Len()+len(p) > maxOutput {
		return 0, errFull
	}
	return b.Buffer.Write(p)
}

// guarded runs work in a goroutine and gives up on it when it takes too long. A goroutine cannot be stopped, so one that
// never ends goes on until the oracle ends.
func guarded(work func() response) response {
	done := make(chan response, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- response{Fault: fmt.Sprint("panic: ", r)}
			}
		}()
		done <- work()
	}()
	select {
	case r := <-done:
		return r
	case <-time.After(patience):
		return response{Fault: "timeout"}
	}
}

func answerAny(q request) response {
	return guarded(func() response {
		data, err := decodeData(q.Data)
		if err != nil {
			return response{Fault: "bad data: " + err.Error()}
		}
		return execute(templateName, q.text(), data)
	})
}

func execute(name, text string, data any) response {
	t, err := template.New(name).Funcs(functions).Parse(text)
	if err != nil {
		return failed(nil, err)
	}
	var out limitedBuffer
	err = t.Execute(&out, data)
	if errors.Is(err, errFull) {
		return response{Fault: err.Error()}
	}
	return failed(out.Bytes(), err)
}

func failed(output []byte, err error) response {
	r := response{Output: output}
	if r.Output == nil {
		r.Output = []byte{}
	}
	if err != nil {
		text := err.Error()
		r.Error = &text
	}
	return r
}
