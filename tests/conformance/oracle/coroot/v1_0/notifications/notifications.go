// Package notifications has the template data of the releases up to 1.16.
package notifications

import (
	"conformance/oracle/coroot/v1_0/db"
	"conformance/oracle/coroot/v1_0/model"
)

type IncidentTemplateValues struct {
	Status      string                                 `json:"status"`
	Application model.ApplicationId                    `json:"application"`
	Reports     []db.IncidentNotificationDetailsReport `json:"reports"`
	URL         string                                 `json:"url"`
}

type DeploymentTemplateValues struct {
	Status      string              `json:"status"`
	Application model.ApplicationId `json:"application"`
	Version     string              `json:"version"`
	Summary     []string            `json:"summary"`
	URL         string              `json:"url"`
}
