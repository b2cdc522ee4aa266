//go:build coroot

package main

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/coroot/coroot/db"
	"github.com/coroot/coroot/model"
	"github.com/coroot/coroot/notifications"
)

// What is restated for the newest version is what Coroot has, in everything that templates, fmt and encoding/json see.
func TestRestatedTypes(t *testing.T) {
	for kind, coroots := range newest.data {
		sameType(t, restated[kind].String(), restated[kind], coroots)
	}
}

func sameType(t *testing.T, path string, restated, coroots reflect.Type) {
	same := func(what string, a, b any) {
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%s: %s is %v, Coroot's is %v", path, what, a, b)
		}
	}
	same("type", restated.String(), coroots.String())
	same("kind", restated.Kind(), coroots.Kind())
	same("methods", methods(restated), methods(coroots))
	// The fields of a struct that was passed by value have no address, so these methods are out of reach.
	for _, m := range methods(reflect.PointerTo(coroots)) {
		name, _, _ := strings.Cut(m, " ")
		if _, ok := reflect.PointerTo(restated).MethodByName(name); !ok && name != "Scan" && name != "UnmarshalText" {
			t.Errorf("%s: Coroot's has the method %s", path, m)
		}
	}
	switch restated.Kind() {
	case reflect.Slice:
		sameType(t, path+"[]", restated.Elem(), coroots.Elem())
	case reflect.Struct:
		same("number of fields", restated.NumField(), coroots.NumField())
		for i := range min(restated.NumField(), coroots.NumField()) {
			a, b := restated.Field(i), coroots.Field(i)
			same("field", []any{a.Name, a.Tag, a.PkgPath, a.Anonymous}, []any{b.Name, b.Tag, b.PkgPath, b.Anonymous})
			sameType(t, path+"."+a.Name, a.Type, b.Type)
		}
	}
}

func methods(t reflect.Type) (list []string) {
	for i := range t.NumMethod() {
		m := t.Method(i)
		signature := m.Type.String()
		list = append(list, m.Name+" "+signature)
	}
	return list
}

// What src/coroot/request.ts says of delivery.
func TestDelivery(t *testing.T) {
	var got []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got = append(got, r.Method+" "+string(body))
		status := map[string]int{"/301": 301, "/302": 302, "/303": 303, "/307": 307, "/308": 308, "/399": 399, "/400": 400, "/503": 503}[r.URL.Path]
		if status == 0 {
			status = 200
		}
		if status < 399 {
			w.Header().Set("Location", "/")
		}
		w.WriteHeader(status)
		_, _ = w.Write([]byte("{\"ok\": false}"))
	}))
	defer server.Close()
	// The wire of the oracle leads everything to one server.
	transport := http.DefaultTransport
	http.DefaultTransport = &http.Transport{}
	defer func() { http.DefaultTransport = transport }()

	n := &db.IncidentNotification{Status: model.WARNING}
	for _, row := range []struct {
		path, err string
		got       []string
	}{
		{"/200", "", []string{"POST WARNING"}},
		{"/301", "", []string{"POST WARNING", "GET "}},
		{"/302", "", []string{"POST WARNING", "GET "}},
		{"/303", "", []string{"POST WARNING", "GET "}},
		{"/307", "", []string{"POST WARNING", "POST WARNING"}},
		{"/308", "", []string{"POST WARNING", "POST WARNING"}},
		{"/399", "", []string{"POST WARNING"}},
		{"/400", `400 Bad Request: {"ok": false}`, []string{"POST WARNING"}},
		{"/503", `503 Service Unavailable: {"ok": false}`, []string{"POST WARNING"}},
	} {
		got = nil
		cfg := withTemplates(&db.IntegrationWebhook{Url: server.URL + row.path}, "{{ .Status }}")
		err := notifications.NewWebhook(cfg).SendIncident(context.Background(), "", n)
		text := ""
		if err != nil {
			text = err.Error()
		}
		if text != row.err || !reflect.DeepEqual(got, row.got) {
			t.Errorf("%s: %q, %q", row.path, text, got)
		}
	}

	// A template that is empty: an alert is not sent, the others are, without a body.
	wh := notifications.NewWebhook(&db.IntegrationWebhook{Url: server.URL})
	got = nil
	_ = wh.SendAlert(context.Background(), "", &db.AlertNotification{})
	_ = wh.SendIncident(context.Background(), "", n)
	deployment := model.ApplicationDeploymentStatus{Deployment: &model.ApplicationDeployment{}}
	_ = wh.SendDeployment(context.Background(), &db.Project{}, deployment)
	if !reflect.DeepEqual(got, []string{"POST ", "POST "}) {
		t.Errorf("empty templates: %q", got)
	}
}
