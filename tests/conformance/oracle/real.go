//go:build coroot

package main

import (
	"bytes"
	"context"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/coroot/coroot/db"
	"github.com/coroot/coroot/notifications"
	"github.com/coroot/coroot/utils"
)

// hookURL is where Coroot is told to post; the wire leads it to this process.
const hookURL = "http://hooks.example.com/services/T0?thread=1"

// restated has the types that stand for Coroot's newest ones in an oracle without Coroot.
var restated map[string]reflect.Type

// Built with the tag coroot, the oracle has Coroot itself for the newest version: its template data, its escaping of line
// feeds, and its webhook client where the payload is one that Coroot could send.
func init() {
	restated = newest.data
	newest.data = kinds(
		reflect.TypeFor[notifications.IncidentTemplateValues](),
		reflect.TypeFor[notifications.DeploymentTemplateValues](),
		reflect.TypeFor[notifications.AlertTemplateValues](),
	)
	escapeBody = utils.EscapeJsonMultilineStrings
	sendItself = send
}

// send hands the notification to Coroot's webhook client. A payload that Coroot could not send is answered as rendered
// over Coroot's types, or refused when the request itself is asked for.
func send(q request, rendered response) response {
	n, why := notificationOf(q.Kind, q.Payload)
	if why != "" {
		if q.Webhook != nil {
			return response{Fault: "Coroot could not send this: " + why}
		}
		return rendered
	}
	cfg := integration(q)
	// Coroot parses the template first; the page looks at the settings before that.
	if crashes(withTemplates(integration(q), "{}"), n) {
		r := notUsable()
		r.Itself = true
		return r
	}
	// Several custom fields come in random order. The playground sorts them, so Coroot is asked until it did so too.
	tries := 1
	if len(cfg.CustomFields) > 1 {
		tries = 1000
	}
	var r response
	for range tries {
		r = post(cfg, n)
		r.Output = rendered.Output
		if r.Fault != "" || agree(r, rendered) {
			break
		}
	}
	if tries > 1 && r.Fault == "" && !agree(r, rendered) {
		return response{Fault: "Coroot never happened to sort these custom fields by their keys"}
	}
	if q.Webhook == nil {
		r.Headers = nil
	} else if r.Error == nil && r.Headers == nil {
		return response{Fault: "Coroot sends no alert whose template is empty"}
	}
	return r
}

// agree tells whether Coroot did with its template what was done here. Where it refused the headers, nothing is to be seen.
func agree(itself, rendered response) bool {
	if itself.Error != nil && rendered.Error == nil {
		return strings.HasPrefix(*itself.Error, "Post ")
	}
	sameError := reflect.DeepEqual(itself.Error, rendered.Error)
	return sameError && (itself.Error != nil || bytes.Equal(*itself.Body, *rendered.Body))
}

func integration(q request) *db.IntegrationWebhook {
	cfg := &db.IntegrationWebhook{Url: hookURL, CustomFields: map[string]string{}}
	fields := q.fields()
	// A small map is often walked in the order in which it was filled.
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		cfg.CustomFields[key] = fields[key]
	}
	if w := q.Webhook; w != nil {
		if w.BasicAuth != nil {
			cfg.BasicAuth = &utils.BasicAuth{User: w.BasicAuth[0], Password: w.BasicAuth[1]}
		}
		for _, h := range w.Headers {
			cfg.CustomHeaders = append(cfg.CustomHeaders, utils.Header{Key: h[0], Value: h[1]})
		}
	}
	return withTemplates(cfg, q.text())
}

func withTemplates(cfg *db.IntegrationWebhook, text string) *db.IntegrationWebhook {
	cfg.IncidentTemplate, cfg.DeploymentTemplate, cfg.AlertTemplate = text, text, text
	return cfg
}

func crashes(cfg *db.IntegrationWebhook, n notification) (crashed bool) {
	defer func() { crashed = recover() != nil }()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_ = n(ctx, notifications.NewWebhook(cfg))
	return false
}

// post lets Coroot send a notification and tells what came over the wire.
func post(cfg *db.IntegrationWebhook, n notification) response {
	theWire.reset()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	err := n(ctx, notifications.NewWebhook(cfg))
	r := response{Body: &[]byte{}, Itself: true}
	if err != nil {
		text := err.Error()
		r.Error = &text
		return r
	}
	headers, body, err := theWire.request()
	if err != nil {
		return response{Fault: err.Error()}
	}
	r.Headers, r.Body = headers, &body
	return r
}
