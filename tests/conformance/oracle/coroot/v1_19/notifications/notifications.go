// Package notifications has the template data since release 1.19.1.
package notifications

import (
	"conformance/oracle/coroot/clusters/db"
	"conformance/oracle/coroot/clusters/model"
)

type IncidentTemplateValues struct {
	Status          string                                 `json:"status"`
	Application     model.ApplicationId                    `json:"application"`
	Reports         []db.IncidentNotificationDetailsReport `json:"reports"`
	URL             string                                 `json:"url"`
	RCASummary      string                                 `json:"rca_summary,omitempty"`
	RCARemediations string                                 `json:"rca_remediations,omitempty"`
}

type DeploymentTemplateValues struct {
	Status      string              `json:"status"`
	Application model.ApplicationId `json:"application"`
	Version     string              `json:"version"`
	Summary     []string            `json:"summary"`
	URL         string              `json:"url"`
}

type AlertTemplateValues struct {
	Status      string              `json:"status"`
	ProjectName string              `json:"project_name"`
	Application model.ApplicationId `json:"application"`
	RuleName    string              `json:"rule_name"`
	Severity    string              `json:"severity"`
	Summary     string              `json:"summary"`
	Details     []model.AlertDetail `json:"details,omitempty"`
	Duration    string              `json:"duration,omitempty"`
	ResolvedBy  string              `json:"resolved_by,omitempty"`
	URL         string              `json:"url"`
}
