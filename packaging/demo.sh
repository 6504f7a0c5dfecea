#!/usr/bin/env bash
# Does the whole main job without a window, on made-up people: import, ledgers, wishes, a class, its papers, attendance, and the
# exchange with a county on this machine, interrupted on both sides. Ends by reading the papers back.
#   packaging/demo.sh [FOLDER]     everything made lies there afterwards; what an earlier run made is replaced
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
out=${1:-out/demo}
rm -rf "$out"
mkdir -p "$out"
out=$(cd "$out" && pwd)
cd "$out"

ruhuctl=${RUHUCTL:-$root/bin/ruhuctl}
county=${COUNTY:-$root/bin/county}
export RUHU_STORE="$out/zuomen.ruhu" RUHU_PASSPHRASE="演示口令-左门乡"
list="$root/internal/intake/testdata/export.csv"
today=$(date +%F)
after() { date -d "+$1 days" +%F; }

server=
cleanup() {
	if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
}
trap cleanup EXIT
trap 'echo "演示没有做完：第 $LINENO 行" >&2' ERR

step() { printf '\n== %s\n' "$*"; }
fail() { echo "演示没有做完：$*" >&2; exit 1; }
# json COMMAND... FILTER: one value out of ruhuctl's JSON.
json() { "$ruhuctl" "${@:1:$#-1}" --json | jq -r "${!#}"; }

command -v jq >/dev/null || fail "缺少 jq；请用 make demo，它会先装好"

step "1 建立数据文件（示例乡镇，人物全部虚构）"
"$ruhuctl" init --sample --actor 李文忠 --unit 左门乡社会保障服务中心

step "2 预览、导入防返贫监测导出（47列，GB18030）"
"$ruhuctl" import "$list" --dry-run --json >preview.json
jq -r '"预览：\(.rows) 行，\(.households) 户，新增 \(.new) 人，问题 \(.problems | length) 处（详见 preview.json）"' preview.json
"$ruhuctl" import "$list" --json >import.json
jq -r '"已写入 \(.written) 条记录，\(.waiting) 行待处理"' import.json
echo "同一个文件再导入一次，不会重复登记："
"$ruhuctl" import "$list" --json | jq -r '"新增 \(.new) 人，写入 \(.written) 条记录"'
waiting=$(json waiting '[.[] | select(.choices | index("accept"))][0].id')
"$ruhuctl" waiting resolve "$waiting" --choice accept

lists=$root/internal/intake/testdata
echo "教育、劳动力两张名单，目标任务表，开班申请表："
for file in education labour targets class; do
	"$ruhuctl" import "$lists/$file.xlsx" --json >"$file.json"
	jq -r --arg file "$file" '"\($file)：\(.kind)，\(.rows) 行，写入 \(.written) 条记录，\(.waiting // 0) 行待处理"' "$file.json"
done
"$ruhuctl" imports | tail -5

step "3 找人、走访、登记意愿"
"$ruhuctl" find zengxian
who=$(json find gulia '.[0].id')
"$ruhuctl" find "𬭳" | tail -1
"$ruhuctl" add wish "$who" 意向专业或工种=学绣花 第一意向工种=民族刺绣/手工 --anyway 本人改变主意 >/dev/null
"$ruhuctl" add visit "$who" 走访方式=入户 走访情况=愿意参加刺绣培训 走访人身份=乡镇干部 >/dev/null
"$ruhuctl" class trades

step "4 三本台账，各三种格式"
for ledger in lianghousheng dishouru yiyuan; do
	"$ruhuctl" ledger "$ledger" -o "$ledger.xlsx" | sed -n 1p
	for format in csv json; do "$ruhuctl" ledger "$ledger" -o "$ledger.$format" >/dev/null; done
done

echo "可以盖章的台账和月报，数字背后的人，数据质量，入户告知单，电子档案："
"$ruhuctl" ledger lianghousheng -o lianghousheng.pdf | tail -1
for format in pdf xlsx; do "$ruhuctl" report yuebao -o "yuebao.$format" | tail -1; done
"$ruhuctl" behind yuebao 合计 劳动力 -o behind.xlsx | tail -1
"$ruhuctl" quality -o quality.xlsx | tail -1
"$ruhuctl" slip --village 左门 -o slips.pdf | tail -1
"$ruhuctl" fact add "$who" 情况=教育资助 类别或项目=培训补贴 开始时间="${today%-*}" >/dev/null
"$ruhuctl" efile "$who" -o efile.pdf | tail -1
"$ruhuctl" history "$who" | tail -3

step "5 从意愿组班，排课"
"$ruhuctl" class new --from-wishes --max 12 \
	班级名称=民族刺绣培训班 期次=第1期 编号=姚培开〔2026〕023号 培训类型=就业技能培训 培训工种=民族刺绣/手工 技能等级=专项职业能力 \
	总课时=56 其中理论课时=16 每日课时=8 开班日期="$today" 结业日期="$(after 6)" 上课时段=上午、下午 \
	每日时间="上午8:30—11:45，下午2:00—5:15" 培训对象=脱贫劳动力和监测对象 计划人数=30 培训地点=左门乡文化站 \
	帮扶措施=免费培训，提供午餐，合格后推荐就业 培训机构=姚安县彝州职业技能培训学校 办学许可证号=人社民5323254000017号 统一社会信用代码=52532325MJ0000017C 法定代表人=段正荣 发布单位=姚安县人力资源和社会保障局 \
	批准单位=姚安县人力资源和社会保障局 批准文号=姚培开〔2026〕023号 批准日期="$today" \
	培训班管理人=普学珍 管理人单位=左门乡社会保障服务中心 管理人电话=15426000001 \
	监督人=李文忠 监督人单位=姚安县就业服务中心 监督人电话=15426000002 举报电话=12333 \
	告知牌上墙日期="$today" 许可证副本上墙日期="$today"
class=民族刺绣

step "6 打印告知牌、花名册、签到表、学员卡"
"$ruhuctl" print board --class "$class" -o 告知牌-A3.pdf
"$ruhuctl" print board --class "$class" --paper A2 -o 告知牌-A2.pdf
"$ruhuctl" print roster --class "$class" -o 花名册-内部.pdf
"$ruhuctl" print roster --class "$class" --public -o 花名册-公示.pdf
"$ruhuctl" print signin --class "$class" -o 签到表.pdf
"$ruhuctl" print cards --class "$class" -o 学员卡.pdf

step "7 考勤：刷卡、重复刷、手工、更正"
mapfile -t cards < <(json class roster --class "$class" '.[].card')
mapfile -t people < <(json class roster --class "$class" '.[].person')
[ ${#cards[@]} -ge 5 ] || fail "学员太少：${#cards[@]} 人"
"$ruhuctl" mark scan --class "$class" --half 上午 "${cards[@]:0:4}" "${cards[0]}"
"$ruhuctl" mark hand --class "$class" --half 上午 "${people[4]}" 不到
"$ruhuctl" mark hand --class "$class" --half 上午 "${people[4]}" 迟到 --minutes 20 --reason 路上塌方，后来到了
"$ruhuctl" mark list --class "$class" --half 上午 | tail -1

step "8 县级：建立、注册码、上报"
RUHU_PASSPHRASE="演示口令-县级" "$county" init --store county.ruhu --code 532325 >county-login.txt
serve() {
	: >county.out
	RUHU_PASSPHRASE="演示口令-县级" "$county" serve --store county.ruhu --listen "$1" >county.out 2>county.log &
	server=$!
	for _ in $(seq 150); do
		address=$(grep -o 'http://127.0.0.1:[0-9]*' county.out | head -1 || true)
		if [ -n "$address" ]; then return; fi
		kill -0 "$server" 2>/dev/null || fail "县级没有启动，见 county.log"
		sleep 0.2
	done
	fail "县级没有启动，见 county.log"
}
serve 127.0.0.1:0
code=$(RUHU_PASSPHRASE="演示口令-县级" "$county" code --store county.ruhu --name 左门乡 2>/dev/null)
echo "县级地址 $address；还没有上报的：$(json sync --status .unsent) 条"
all=$(json sync --status .unsent)

echo "上报到一半，强行中断登记这边："
kills=0
for late in 0.2 0.25 0.3 0.35 0.4 0.45 0.5 0.6 0.7 0.8 1 1.5 2 4 8; do
	# A code may be used up by an enrolment that was cut off on its way back; then the county gives another.
	if [ "$(json sync --status .enrolled)" = true ]; then
		how=()
	else
		code=$(RUHU_PASSPHRASE="演示口令-县级" "$county" code --store county.ruhu --name 左门乡 2>/dev/null)
		how=(--county "$address" --code "$code" --name 左门乡李文忠)
	fi
	(timeout -s KILL "$late" "$ruhuctl" sync "${how[@]}" >/dev/null 2>&1; exit $?) 2>/dev/null || kills=$((kills + 1))
	if [ "$(json sync --status .unsent)" -lt "$all" ]; then break; fi
done
echo "强行中断 $kills 次；还没有上报的：$(json sync --status .unsent) 条（共 $all 条）"
echo "再强行中断县级："
kill -9 "$server"
wait "$server" 2>/dev/null || true
"$ruhuctl" add visit "$who" 走访方式=电话 走访情况=县级断电时照常登记 >/dev/null
if "$ruhuctl" sync 2>offline.txt >/dev/null; then fail "县级停了，上报不该成功"; fi
sed 's/^/  /' offline.txt
serve "${address#http://}"
"$ruhuctl" sync
[ "$(json sync --status .unsent)" = 0 ] || fail "还有没上报的"
echo "再上报一次，什么都不会重复："
"$ruhuctl" sync
RUHU_PASSPHRASE="演示口令-县级" "$county" devices --store county.ruhu --json >devices.json
[ "$(jq -r '[.[] | select(.changes > 0)][0].changes' devices.json)" = "$(json check .changes)" ] || fail "县级收到的条数不对，见 devices.json"
echo "县级收到 $(jq -r '[.[] | select(.changes > 0)][0].changes' devices.json) 条，与本机一致"

step "9 检查"
"$ruhuctl" check
"$ruhuctl" backup -o backup.ruhu
if command -v pdftotext >/dev/null; then
	for f in *.pdf; do
		pdftotext -layout "$f" "${f%.pdf}.txt"
		[ -s "${f%.pdf}.txt" ] || fail "$f 里没有文字"
	done
	grep -q 云南省就业培训告知牌 <(tr -d ' \n' <告知牌-A3.txt) || fail "告知牌没有标题"
	if grep -qE '530000[0-9]{11}' 花名册-公示.txt; then fail "公示花名册上有完整的证件号码"; fi
	grep -qE '530000[0-9]{11}' 花名册-内部.txt || fail "内部花名册上没有证件号码"
	echo "打印件的文字都读得出；公示的没有完整证件号码"
fi
if command -v zbarimg >/dev/null && command -v pdftoppm >/dev/null; then
	# One card after another, as they are scanned: 90 x 54 mm, two by five on a page, at 200 dots to the inch.
	: >scanned.txt
	for i in "${!cards[@]}"; do
		page=$((i / 10 + 1)) column=$((i % 2)) row=$((i % 10 / 2))
		pdftoppm -r 200 -f "$page" -l "$page" -x $((118 + column * 709)) -y $((106 + row * 425)) -W 709 -H 425 -png -singlefile 学员卡.pdf card
		zbarimg -q --raw card.png 2>/dev/null >>scanned.txt || fail "第 $((i + 1)) 张学员卡上的二维码读不出"
	done
	rm card.png
	cmp -s <(printf '%s\n' "${cards[@]}") scanned.txt || fail "学员卡上的二维码读出来不对，见 scanned.txt"
	echo "学员卡上的 ${#cards[@]} 个二维码都读得出，都对得上"
fi

step "10 两个培训班从意愿到通报的一生（另一个数据文件，日期是假定的）"
RUHUCTL=$ruhuctl "$root/packaging/demo_life.sh" "$out/life"

step "完成。东西都在 $out"
cat <<WORDS
  台账          lianghousheng（两后生）、dishouru（低收入家庭成员）、yiyuan（培训意愿），各有 .xlsx .csv .json
  打印件        告知牌-A3.pdf 告知牌-A2.pdf 花名册-内部.pdf 花名册-公示.pdf 签到表.pdf 学员卡.pdf
  导入预览      preview.json（逐格列出问题）
  数据文件      zuomen.ruhu，口令 $RUHU_PASSPHRASE；备份 backup.ruhu
  县级          county.ruhu，口令 演示口令-县级；网页的用户名和密码在 county-login.txt
                再看一次：RUHU_PASSPHRASE=演示口令-县级 $county serve --store $out/county.ruhu
WORDS
