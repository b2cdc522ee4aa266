package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	documented "conformance/oracle/coroot/documented/notifications"
	v1_0 "conformance/oracle/coroot/v1_0/notifications"
	v1_18 "conformance/oracle/coroot/v1_18/notifications"
	v1_19 "conformance/oracle/coroot/v1_19/notifications"
)

// unusable is the error of a request whose payload or settings Coroot could not have; the texts for people are the page's.
const unusable = "unusable payload or settings"

// A release says what template data a version of Coroot has, by kind, whether it has custom fields, and whether it checks
// their names.
type release struct {
	id           string
	data         map[string]reflect.Type
	customFields bool
	asMap        bool
	checksNames  bool
}

func kinds(incident, deployment, alert reflect.Type) map[string]reflect.Type {
	types := map[string]reflect.Type{"incident": incident, "deployment": deployment}
	if alert != nil {
		types["alert"] = alert
	}
	return types
}

var (
	documentedKinds = kinds(typeFor[documented.IncidentTemplateValues](),
		typeFor[documented.DeploymentTemplateValues](), typeFor[documented.AlertTemplateValues]())
	kinds1_19 = kinds(typeFor[v1_19.IncidentTemplateValues](),
		typeFor[v1_19.DeploymentTemplateValues](), typeFor[v1_19.AlertTemplateValues]())
	kinds1_18 = kinds(typeFor[v1_18.IncidentTemplateValues](),
		typeFor[v1_18.DeploymentTemplateValues](), typeFor[v1_18.AlertTemplateValues]())
	kinds1_17 = kinds(typeFor[v1_18.IncidentTemplateValues](), typeFor[v1_18.DeploymentTemplateValues](), nil)
	kinds1_0  = kinds(typeFor[v1_0.IncidentTemplateValues](), typeFor[v1_0.DeploymentTemplateValues](), nil)
)

// releases has what src/coroot/versions.ts has, told a second time, oldest first.
var releases = []release{
	{id: "1.0", data: kinds1_0},
	{id: "1.6", data: kinds1_0},
	{id: "1.12.5", data: kinds1_0},
	{id: "1.17", data: kinds1_17},
	{id: "1.18", data: kinds1_18},
	{id: "1.19.1", data: kinds1_19, customFields: true, asMap: true},
	{id: "1.19.2", data: kinds1_19, customFields: true},
	{id: "1.20", data: kinds1_19, customFields: true},
	{id: "1.24.0", data: kinds1_19, customFields: true},
	{id: "next", data: kinds1_19, customFields: true, checksNames: true},
}

// newest is the release that Coroot itself is, where the oracle was built with it; what follows is not released yet.
var newest = &releases[len(releases)-2]

func releaseOf(id string) (r release, known bool) {
	if id == "documented" {
		return release{id: id, data: documentedKinds, customFields: true}, true
	}
	i := slices.IndexFunc(releases, func(r release) bool { return r.id == id })
	if i < 0 {
		return release{}, false
	}
	return releases[i], true
}

// sendItself lets Coroot itself send the notification. It is given what executing the template over the same data made;
// nil where the oracle was built without Coroot.
var sendItself func(q request, rendered response) response

func answerCoroot(q request) response {
	r := guarded(func() response { return renderCoroot(q) })
	switch {
	case r.Fault != "":
		return r
	case sendItself != nil && q.Version == newest.id:
		return sendItself(q, r)
	case q.Webhook != nil:
		return response{Fault: fmt.Sprintf("only Coroot itself, which is %s or later, can be asked what it sends", newest.id)}
	}
	return r
}

func renderCoroot(q request) response {
	version, known := releaseOf(q.Version)
	if !known {
		return response{Fault: fmt.Sprintf("there is no release %q: add it to the table in oracle/coroot.go", q.Version)}
	}
	data, ok := templateData(q, version)
	if !ok {
		return notUsable()
	}
	r := execute(q.Kind+"Template", q.text(), data)
	if r.Error != nil {
		text := fmt.Sprintf("invalid %s template: %s", q.Kind, *r.Error)
		r.Error = &text
		r.Body = &[]byte{}
	} else {
		body := escapeBody(r.Output)
		r.Body = &body
	}
	return r
}

func notUsable() response {
	text := unusable
	return response{Output: []byte{}, Body: &[]byte{}, Error: &text}
}

func templateData(q request, version release) (data any, ok bool) {
	defer func() {
		// reflect.StructOf panics over keys that are no field names, and Coroot with it.
		if recover() != nil {
			data, ok = nil, false
		}
	}()
	t := version.data[q.Kind]
	if t == nil {
		return nil, false
	}
	values := reflect.New(t).Elem()
	if !decodePayload(q.Payload, values) {
		return nil, false
	}
	var custom map[string]string
	if version.customFields {
		custom = q.fields()
	}
	if version.checksNames && !namesPass(q.CustomFields) {
		return nil, false
	}
	if version.asMap {
		return asMap(values, custom), true
	}
	if len(custom) == 0 {
		return values.Interface(), true
	}
	return withFields(values, custom), true
}

var plainName = regexp.MustCompile("^[A-Za-z][A-Za-z0-9_]*$")

// namesPass is the check of what comes after 1.24.5. It looks at all settings, from wherever they come: rows without a
// key, which the form leaves out, may be in those of a file.
func namesPass(custom [][2]string) bool {
	keys := map[string]string{}
	for _, f := range custom {
		key := f[0]
		if !plainName.MatchString(key) {
			return false
		}
		name := strings.ToUpper(key[:1]) + key[1:]
		if other, seen := keys[name]; seen && other != key {
			return false
		}
		keys[name] = key
	}
	return true
}

// asMap is what release 1.19.1 did.
func asMap(values reflect.Value, custom map[string]string) any {
	var m map[string]any
	if err := json.Unmarshal(must(json.Marshal(values.Interface())), &m); err != nil {
		panic(err)
	}
	taken := map[string]bool{}
	for i := 0; i < values.NumField(); i++ {
		key, _, _ := strings.Cut(values.Type().Field(i).Tag.Get("json"), ",")
		taken[key] = true
	}
	for key, value := range custom {
		if !taken[key] {
			m[key] = value
		}
	}
	return m
}

// withFields is what later releases do: an anonymous struct, even where no field is added. Coroot adds the fields in
// random order, the playground in that of their keys.
func withFields(values reflect.Value, custom map[string]string) any {
	fields := reflect.VisibleFields(values.Type())
	taken := map[string]bool{}
	for _, f := range fields {
		taken[f.Name] = true
	}
	added := []string{}
	keys := []string{}
	for key := range custom {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		name := strings.ToUpper(key[:1]) + key[1:]
		if taken[name] {
			continue
		}
		added = append(added, custom[key])
		tag := reflect.StructTag(fmt.Sprintf(`json:"%s"`, key))
		fields = append(fields, reflect.StructField{Name: name, Type: typeFor[string](), Tag: tag})
	}
	all := reflect.New(reflect.StructOf(fields)).Elem()
	for i := 0; i < values.NumField(); i++ {
		all.Field(i).Set(values.Field(i))
	}
	for i, value := range added {
		all.Field(values.NumField() + i).SetString(value)
	}
	return all.Interface()
}
