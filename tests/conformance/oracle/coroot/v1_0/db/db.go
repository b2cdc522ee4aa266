// Package db has the part of Coroot's db package that template data mentioned before release 1.17.
package db

import "conformance/oracle/coroot/v1_0/model"

type IncidentNotificationDetailsReport struct {
	Name    model.AuditReportName `json:"name"`
	Check   string                `json:"check"`
	Message string                `json:"message"`
}
