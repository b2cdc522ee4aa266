// Package db has the part of Coroot's db package that template data mentions.
package db

import "conformance/oracle/coroot/plain/model"

type IncidentNotificationDetailsReport struct {
	Name    model.AuditReportName `json:"name"`
	Check   string                `json:"check"`
	Message string                `json:"message"`
}
