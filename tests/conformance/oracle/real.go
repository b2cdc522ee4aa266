//go:build coroot

package main

import (
	"reflect"

	"github.com/coroot/coroot/notifications"
	"github.com/coroot/coroot/utils"
)

// Built with the tag coroot, the oracle takes the newest version's template data and the escaping of line feeds from
// Coroot itself; see ../README.md for what that needs.
func init() {
	releases["1.19.2"] = release{
		data: kinds(
			reflect.TypeFor[notifications.IncidentTemplateValues](),
			reflect.TypeFor[notifications.DeploymentTemplateValues](),
			reflect.TypeFor[notifications.AlertTemplateValues](),
		),
		customFields: true,
	}
	escapeBody = utils.EscapeJsonMultilineStrings
}
