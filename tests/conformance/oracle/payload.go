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
	// The page takes a byte order mark at the beginning for a space.
	text = strings.TrimPrefix(text, "\ufeff")
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

// decodeApplication reads an application's id from its text or from an object.
func decodeApplication(text []byte, into reflect.Value) bool {
	part := map[string]string{}
	switch text[0] {
	case '"':
		if !splitID(read[string](text), into.FieldByName("ClusterId").IsValid(), part) {
			return false
		}
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

// splitID splits the text of an id as Coroot's NewApplicationIdFromString does, by position. Where the type has no cluster
// the page takes the text of a newer release too, whose third part is the kind.
func splitID(text string, clusters bool, part map[string]string) bool {
	p := strings.SplitN(text, ":", 4)
	if len(p) < 3 {
		return false
	}
	if len(p) == 4 {
		withCluster := thirdIsKind(p[1], p[2])
		if clusters {
			withCluster = p[0] != "external" || p[1] == "external"
		}
		if withCluster {
			part["ClusterId"], part["Namespace"], part["Kind"], part["Name"] = p[0], p[1], p[2], p[3]
			return true
		}
	}
	part["Namespace"], part["Kind"], part["Name"] = p[0], p[1], strings.Join(p[2:], ":")
	if p[1] == "ExternalService" {
		part["ClusterId"] = "external"
	}
	return true
}

const applicationKinds = " Deployment StatefulSet DaemonSet CronJob Job ReplicaSet Pod StaticPods Unknown DockerSwarmService " +
	"ExternalService DatabaseCluster RDS ElasticacheCluster NomadJobGroup Workflow SparkApplication CustomApplication " +
	"ArgoCDApplication GitRepository OCIRepository HelmRepository HelmChart HelmRelease Kustomization ResourceSet " +
	"CloudSQL Memorystore OCIDB OCICache RumClient "

func thirdIsKind(second, third string) bool {
	known := func(kind string) bool { return strings.Contains(applicationKinds, " "+kind+" ") }
	if known(second) != known(third) {
		return known(third)
	}
	return startsUpper(third) || !startsUpper(second)
}

func startsUpper(s string) bool {
	return s != "" && s[0] <= unicode.MaxASCII && unicode.IsUpper(rune(s[0]))
}
