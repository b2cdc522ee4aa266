// Measures Go's own text/template, natively or compiled to wasm: `bench cases.json batches` prints what run.mjs reads.
package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"runtime"
	"strconv"
	"strings"
	"text/template"
	"time"
)

// The data has the shape of Coroot's own types: https://docs.coroot.com/alerting/webhook

type applicationKind string

type applicationID struct {
	Namespace string
	Kind      applicationKind
	Name      string
}

func (a applicationID) String() string {
	return a.Namespace + ":" + string(a.Kind) + ":" + a.Name
}

func (a applicationID) MarshalText() ([]byte, error) {
	return []byte(a.String()), nil
}

func (a *applicationID) UnmarshalText(text []byte) error {
	parts := strings.SplitN(string(text), ":", 3)
	if len(parts) != 3 {
		return fmt.Errorf("not an application id: %s", text)
	}
	a.Namespace, a.Kind, a.Name = parts[0], applicationKind(parts[1]), parts[2]
	return nil
}

type auditReportName string

type report struct {
	Name    auditReportName `json:"name"`
	Check   string          `json:"check"`
	Message string          `json:"message"`
}

type incident struct {
	Status          string        `json:"status"`
	Application     applicationID `json:"application"`
	Reports         []report      `json:"reports"`
	URL             string        `json:"url"`
	RCASummary      string        `json:"rca_summary,omitempty"`
	RCARemediations string        `json:"rca_remediations,omitempty"`
}

var functions = template.FuncMap{
	"json": func(v any) (string, error) {
		data, err := json.Marshal(v)
		return string(data), err
	},
}

type benchmark struct {
	Name     string `json:"name"`
	Template string `json:"template"`
	Payload  string `json:"payload"`
}

type operation struct {
	name string
	run  func()
}

const (
	warmUp    = 500 * time.Millisecond
	batchTime = 10 * time.Millisecond
)

// kept keeps results alive, so that no compiler can do away with the work.
var kept any

func main() {
	text, err := os.ReadFile(os.Args[1])
	check(err)
	batches, err := strconv.Atoi(os.Args[2])
	check(err)
	var benchmarks []benchmark
	check(json.Unmarshal(text, &benchmarks))
	outputs := map[string][]byte{}
	var operations []operation
	for _, b := range benchmarks {
		var data incident
		check(json.Unmarshal([]byte(b.Payload), &data))
		tmpl := parse(b.Template)
		outputs[b.Name] = []byte(execute(tmpl, data))
		operations = append(operations,
			operation{"parse " + b.Name, func() { kept = parse(b.Template) }},
			operation{"execute " + b.Name, func() { kept = execute(tmpl, data) }})
	}
	check(json.NewEncoder(os.Stdout).Encode(map[string]any{
		"version": runtime.Version(),
		"outputs": outputs,
		"samples": measure(operations, batches),
	}))
}

func parse(text string) *template.Template {
	tmpl, err := template.New("incidentTemplate").Funcs(functions).Parse(text)
	check(err)
	return tmpl
}

func execute(tmpl *template.Template, data incident) string {
	var out strings.Builder
	check(tmpl.Execute(&out, data))
	return out.String()
}

// measure is the twin of measure in measure.ts.
func measure(operations []operation, batches int) map[string][]float64 {
	turns := make([]int, len(operations))
	for i, op := range operations {
		var spent time.Duration
		count := 0
		for spent < warmUp {
			spent += batch(op, 1)
			count++
		}
		turns[i] = max(1, int(math.Round(float64(count)*float64(batchTime)/float64(spent))))
	}
	samples := map[string][]float64{}
	for range batches {
		for i, op := range operations {
			perTurn := float64(batch(op, turns[i]).Nanoseconds()) / float64(turns[i])
			samples[op.name] = append(samples[op.name], perTurn)
		}
	}
	return samples
}

func batch(op operation, turns int) time.Duration {
	start := time.Now()
	for range turns {
		op.run()
	}
	return time.Since(start)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
