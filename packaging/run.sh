#!/usr/bin/env bash
# Opens the program on the sample township. Without a display it does the same main job headless and leaves the papers and a
# screenshot of the real window in the folder given.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-out}
mkdir -p "$out"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
	exec bin/ruhu --sample
fi

echo "没有显示器：改为不开窗口完成同样的工作，并在虚拟屏幕上截一张真窗口的图。"
echo "No display: the same main job runs without a window, and the real window is photographed on a virtual screen."
packaging/setup.sh screen test >/dev/null
packaging/demo.sh "$out/demo"

log="$out/window.log"
xvfb-run -a -s "-screen 0 1366x768x24" bash -c '
	openbox >/dev/null 2>&1 &
	bin/ruhu --sample >"$1" 2>&1 &
	window=$!
	for _ in $(seq 60); do
		sleep 0.5
		xwininfo -root -tree 2>/dev/null | grep -q 入户 && break
	done
	sleep 3
	import -window root "$2"
	kill "$window"
' photograph "$log" "$out/window.png" || { echo "窗口没有打开，见 $log" >&2; exit 1; }
echo "截图 / screenshot: $out/window.png"
