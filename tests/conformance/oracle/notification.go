//go:build coroot

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"github.com/coroot/coroot/db"
	"github.com/coroot/coroot/model"
	"github.com/coroot/coroot/notifications"
	"github.com/coroot/coroot/timeseries"
)

// A notification is one that Coroot has in its database and is about to send.
type notification func(ctx context.Context, wh *notifications.Webhook) error

// notificationOf finds the notification whose template data a payload shows. Where there is none, it says why: addresses,
// versions, summaries and the text of an application are made by Coroot and cannot be anything.
func notificationOf(kind, payload string) (notification, string) {
	switch kind {
	case "incident":
		return expressed(payload, incidentOf)
	case "deployment":
		return expressed(payload, deploymentOf)
	case "alert":
		return expressed(payload, alertOf)
	}
	return nil, "there is no such kind"
}

func expressed[T any](payload string, of func(T) (notification, error)) (notification, string) {
	var values T
	if !decodePayload(payload, reflect.ValueOf(&values).Elem()) {
		return nil, "the payload cannot be read"
	}
	n, err := of(values)
	if err != nil {
		return nil, err.Error()
	}
	return n, ""
}

var (
	incidentURL   = regexp.MustCompile(`^(.*[^/])/p/([^/]+)/incidents\?incident=(.*)$`)
	alertURL      = regexp.MustCompile(`^(.*[^/])/p/([^/]+)/alerts\?alert=(.*)$`)
	deploymentURL = regexp.MustCompile(`^(.*[^/])/p/([^/]+)/app/(.*)/Deployments#([^#:]*):(\d+)$`)
)

func incidentOf(v notifications.IncidentTemplateValues) (notification, error) {
	url := incidentURL.FindStringSubmatch(v.URL)
	if url == nil {
		return nil, fmt.Errorf("%q is no incident's address", v.URL)
	}
	status, err := statusOf(v.Status)
	if err != nil {
		return nil, err
	}
	app, err := stored(v.Application, url[2])
	if err != nil {
		return nil, err
	}
	details, err := throughJSON(db.IncidentNotificationDetails{
		Reports: v.Reports, RCASummary: v.RCASummary, RCARemediations: v.RCARemediations,
	})
	n := db.IncidentNotification{
		ProjectId: db.ProjectId(url[2]), ApplicationId: app, IncidentKey: url[3], Status: status, Details: details,
	}
	return func(ctx context.Context, wh *notifications.Webhook) error { return wh.SendIncident(ctx, url[1], &n) }, err
}

func alertOf(v notifications.AlertTemplateValues) (notification, error) {
	url := alertURL.FindStringSubmatch(v.URL)
	if url == nil {
		return nil, fmt.Errorf("%q is no alert's address", v.URL)
	}
	status, err := statusOf(v.Status)
	if err != nil {
		return nil, err
	}
	app, err := stored(v.Application, url[2])
	if err != nil {
		return nil, err
	}
	details, err := throughJSON(db.AlertNotificationDetails{
		ProjectName: v.ProjectName, RuleName: v.RuleName, Severity: v.Severity, Summary: v.Summary,
		Details: v.Details, Duration: v.Duration, ResolvedBy: v.ResolvedBy,
	})
	n := db.AlertNotification{
		ProjectId: db.ProjectId(url[2]), ApplicationId: app, AlertId: url[3], Status: status, Details: details,
	}
	return func(ctx context.Context, wh *notifications.Webhook) error { return wh.SendAlert(ctx, url[1], &n) }, err
}

func deploymentOf(v notifications.DeploymentTemplateValues) (notification, error) {
	url := deploymentURL.FindStringSubmatch(v.URL)
	if url == nil || url[3] != v.Application.String() {
		return nil, fmt.Errorf("%q is not the address of a deployment of %s", v.URL, v.Application)
	}
	started, err := strconv.ParseInt(url[5], 10, 64)
	if err != nil {
		return nil, err
	}
	app, err := stored(v.Application, url[2])
	if err != nil {
		return nil, err
	}
	// The deployment's name is that of a replica set, which ends in the hash.
	d := &model.ApplicationDeployment{
		ApplicationId: app, Name: v.Application.Name + "-" + url[4], StartedAt: timeseries.Time(started),
	}
	if _, images, found := strings.Cut(v.Version, ": "); found {
		d.Details = &model.ApplicationDeploymentDetails{ContainerImages: strings.Split(images, ", ")}
	}
	if d.Version() != v.Version || d.Id() != url[4]+":"+url[5] {
		return nil, fmt.Errorf("%q is no version that Coroot gives the deployment %s", v.Version, d.Id())
	}
	ds := model.ApplicationDeploymentStatus{Deployment: d}
	if ds.State, ds.Summary, err = stateOf(v.Status, v.Summary); err != nil {
		return nil, err
	}
	project := &db.Project{Id: db.ProjectId(url[2])}
	project.Settings.Integrations.BaseUrl = url[1]
	return func(ctx context.Context, wh *notifications.Webhook) error { return wh.SendDeployment(ctx, project, ds) }, nil
}

func statusOf(text string) (model.Status, error) {
	for s := model.UNKNOWN; s <= model.CRITICAL; s++ {
		if text == strings.ToUpper(s.String()) {
			return s, nil
		}
	}
	return 0, fmt.Errorf("there is no status %q", text)
}

// stateOf finds a deployment's state. Only the last, in which it has been compared with the one before, has a summary.
func stateOf(status string, summary []string) (model.ApplicationDeploymentState, []model.ApplicationDeploymentSummary, error) {
	states := map[string]model.ApplicationDeploymentState{
		"In-progress": model.ApplicationDeploymentStateInProgress,
		"Stuck":       model.ApplicationDeploymentStateStuck,
		"Cancelled":   model.ApplicationDeploymentStateCancelled,
		"Deployed":    model.ApplicationDeploymentStateDeployed,
	}
	state, ok := states[status]
	if !ok {
		return 0, nil, fmt.Errorf("there is no deployment status %q", status)
	}
	if summary == nil {
		return state, nil, nil
	}
	if status != "Deployed" || len(summary) == 0 {
		return 0, nil, fmt.Errorf("a deployment %s has no summary of %d lines", status, len(summary))
	}
	if reflect.DeepEqual(summary, []string{"No notable changes"}) {
		return model.ApplicationDeploymentStateSummary, nil, nil
	}
	var lines []model.ApplicationDeploymentSummary
	for _, text := range summary {
		line := model.ApplicationDeploymentSummary{Ok: true}
		if !strings.HasPrefix(text, line.Emoji()) {
			line.Ok = false
		}
		message, found := strings.CutPrefix(text, line.Emoji()+" ")
		if !found {
			return 0, nil, fmt.Errorf("%q is no line of a summary", text)
		}
		line.Message = message
		lines = append(lines, line)
	}
	return model.ApplicationDeploymentStateSummary, lines, nil
}

// stored puts an application's id into the database and takes it out again, as Coroot does before it sends anything.
func stored(want model.ApplicationId, project string) (model.ApplicationId, error) {
	var got model.ApplicationId
	// No application: the client takes it, though what comes from the database of 1.24.0 has the project as its cluster.
	if want.IsZero() {
		return want, nil
	}
	if err := got.Scan(want.String()); err != nil {
		return got, err
	}
	if got.ClusterId == "" {
		got.ClusterId = project
	}
	if got != want {
		return got, fmt.Errorf("Coroot reads the application %s back as %s", want, got)
	}
	return got, nil
}

// throughJSON does the same with a notification's details. There are none where they say nothing.
func throughJSON[T any](want T) (*T, error) {
	var got T
	if err := json.Unmarshal(must(json.Marshal(want)), &got); err != nil {
		return nil, err
	}
	if !reflect.DeepEqual(got, want) {
		return nil, fmt.Errorf("Coroot reads the details %+v back as %+v", want, got)
	}
	if reflect.ValueOf(want).IsZero() {
		return nil, nil
	}
	return &got, nil
}
