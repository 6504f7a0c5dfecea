package settings

import (
	"runtime"
	"runtime/debug"

	"fyne.io/fyne/v2"

	"ruhu/data"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// about says which program this is and how old its lists are.
func about() fyne.CanvasObject {
	return section("settings.about", kit.Prose(text.T("settings.about.what"), kit.Quiet),
		kit.Words(text.T("settings.about.version", version(), runtime.GOOS+"/"+runtime.GOARCH), kit.Plain),
		kit.Words(text.T("settings.about.regions", data.RegionsOf), kit.Plain))
}

// version is the release, or the commit that a build between releases was made from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return text.T("settings.about.unreleased")
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 8 {
			return s.Value[:8]
		}
	}
	return text.T("settings.about.unreleased")
}
