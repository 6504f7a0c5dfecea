#!/usr/bin/env bash
# Installs what a fresh Debian or Ubuntu machine lacks, and says what and why. Nothing that is there is touched.
#
#   packaging/setup.sh build      a Go toolchain, a C compiler and the headers the window needs
#   packaging/setup.sh screen     a display without a monitor, to open the window on a server
#   packaging/setup.sh test       what the demo and the tests read papers, codes and answers with, and a Chinese input method
#
# Prints the folder of a Go toolchain to put in front of PATH as its last line when the machine's own Go is missing or too
# old ("go-bin: DIR"); the Makefile reads it from there.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# need WHY PACKAGE...: installs the packages of the list that are missing.
need() {
	local why=$1 missing=() package
	shift
	for package in "$@"; do
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
	done
	[ ${#missing[@]} = 0 ] && return
	say "安装 / installing: ${missing[*]}"
	say "  用途 / for: $why"
	if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1; then
		as_root apt-get update -qq >&2
		as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
	fi
}

# Go from 1.21 on fetches the toolchain that go.mod names by itself. An older one still can download that toolchain as a
# module, which is what this does; it arrives without its executable bits.
need_go() {
	local version answer dir
	if have_go; then return; fi
	need "Go, to fetch the toolchain that go.mod names" golang-go ca-certificates
	if have_go; then return; fi
	version=$(sed -n 's/^toolchain //p' go.mod)
	say "取 Go 工具链 / fetching the Go toolchain: $version"
	answer=$(cd /tmp && go mod download -json "golang.org/toolchain@v0.0.1-$version.linux-$(dpkg --print-architecture)") || true
	dir=$(sed -n 's/.*"Dir": "\(.*\)".*/\1/p' <<<"$answer")
	if [ ! -d "$dir" ]; then
		say "取不到 Go 工具链；请先自行安装 Go 1.26 / the toolchain cannot be had; please install Go 1.26 yourself"
		say "$answer"
		exit 1
	fi
	chmod -R u+w "$dir"
	chmod +x "$dir"/bin/* "$dir"/pkg/tool/*/*
	echo "go-bin: $dir/bin"
}

have_go() {
	command -v go >/dev/null && [ "$(printf '%s\n' go1.21 "$(go env GOVERSION)" | sort -V | head -n 1)" = go1.21 ]
}

# An input method reaches a window only in a locale that the machine has.
need_chinese_locale() {
	if locale -a | grep -qi '^zh_CN.utf-\?8$'; then return; fi
	say "生成中文区域设置 / generating the locale zh_CN.UTF-8"
	echo 'zh_CN.UTF-8 UTF-8' | as_root tee -a /etc/locale.gen >/dev/null
	as_root locale-gen >/dev/null
}

for part in "$@"; do
	case $part in
	build)
		need "compiling the window (C compiler, OpenGL and X11 headers)" gcc libc6-dev pkg-config libgl1-mesa-dev xorg-dev libxkbcommon-dev
		need_go
		;;
	screen)
		need "a window without a monitor (virtual display, software OpenGL, screenshot)" xvfb xauth openbox libgl1-mesa-dri imagemagick x11-utils
		;;
	test)
		need "reading what commands answer (the demo)" jq
		need "reading the printed papers back (text, pages, QR codes)" poppler-utils qpdf zbar-tools imagemagick
		need "driving the real window (virtual display, keyboard, software OpenGL)" xvfb openbox xdotool xclip libgl1-mesa-dri x11-utils
		need "typing Chinese as a user does (input method)" dbus-x11 fcitx5 fcitx5-chinese-addons locales
		need_chinese_locale
		;;
	*)
		say "unknown part: $part"
		exit 2
		;;
	esac
done
