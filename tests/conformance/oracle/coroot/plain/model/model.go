// Package model has Coroot's types as its documentation shows them: those of today without clusters.
package model

import (
	"database/sql/driver"
	"strings"
)

type ApplicationKind string

type AuditReportName string

type ApplicationId struct {
	Namespace string
	Kind      ApplicationKind
	Name      string
}

func (a ApplicationId) IsZero() bool { return a == ApplicationId{} }

func (a ApplicationId) NamespaceIsEmpty() bool { return a.Namespace == "" || a.Namespace == "_" }

func (a ApplicationId) String() string {
	return strings.Join([]string{a.Namespace, string(a.Kind), a.Name}, ":")
}

func (a ApplicationId) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

func (a ApplicationId) Value() (driver.Value, error) { return a.String(), nil }

type AlertDetail struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Code  bool   `json:"code,omitempty"`
}
