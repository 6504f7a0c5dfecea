#!/usr/bin/env bash
# Lives the whole life of two classes without a window: one from wishes, one from an institution's application, from the plan to the
# bulletin. The days are made up: the program is told what day it is, so that eight weeks pass in a minute.
#   packaging/demo_life.sh [FOLDER]     everything made lies there afterwards; what an earlier run made is replaced
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
out=${1:-out/demo_life}
rm -rf "$out"
mkdir -p "$out"
out=$(cd "$out" && pwd)
cd "$out"

ruhuctl=${RUHUCTL:-$root/bin/ruhuctl}
export RUHU_STORE="$out/zuomen.ruhu" RUHU_PASSPHRASE="演示口令-左门乡" RUHU_TEST_FAST_KDF=yes
trap 'echo "演示没有做完：第 $LINENO 行" >&2' ERR
step() { printf '\n== %s\n' "$*"; }
fail() { echo "演示没有做完：$*" >&2; exit 1; }
json() { "$ruhuctl" "${@:1:$#-1}" --json | jq -r "${!#}"; }
# on DAY [TIME]: what day it is from here on.
on() { export RUHU_TEST_NOW="$1T${2:-09:00}:00+08:00"; }
command -v jq >/dev/null || fail "缺少 jq；请用 make demo，它会先装好"

on 2026-10-09
step "1 示例乡镇；从意愿到计划：民族刺绣，推荐 12 人，各有理由"
"$ruhuctl" init --sample --actor 李文忠 --unit 左门乡社会保障服务中心
"$ruhuctl" class new 班级名称=民族刺绣培训班 期次=第1期 编号=姚培开〔2026〕023号 培训类型=就业技能培训 培训工种=民族刺绣/手工 技能等级=专项职业能力 \
	总课时=64 其中理论课时=32 每日课时=8 开班日期=2026-11-02 结业日期=2026-11-09 上课时段=上午、下午 每日时间="上午8:30—11:45，下午2:00—5:15" \
	培训对象=脱贫劳动力和监测对象 计划人数=12 场地可容纳人数=40 培训地点=左门乡文化站 帮扶措施=免费培训，提供午餐，合格后推荐就业 \
	培训机构=姚安县彝州职业技能培训学校 统一社会信用代码=52532325MJ0000017C 办学许可证号=人社民5323254000017号 法定代表人=段正荣 \
	教学资源=统编教材每人一册，绣架12个 考核方案=理论、实操各100分，60分合格 评价机构=楚雄示例职业技能评价中心 发布单位=姚安县人力资源和社会保障局 \
	培训班管理人=普学珍 管理人电话=15426000001 监督人=李文忠 监督人电话=15426000002 举报电话=12333 省平台班级编号=YN5323252026023 | sed -n 1p
"$ruhuctl" class propose 民族刺绣 --save | tail -3

step "2 报送：生成开班申请；培训机构报来的申请照样读入，不合条件的逐人说明"
"$ruhuctl" class file 民族刺绣 -o 开班申请-民族刺绣.xlsx
"$ruhuctl" import "$root/internal/intake/testdata/class.xlsx" --json >application.json
jq -r '.verdicts[] | select(.enrol == "no") | "  不能编班：\(.name)：\(.words | join("；"))"' application.json
"$ruhuctl" class list | sed -n 1,2p
cooks=姚培开〔2026〕017号
"$ruhuctl" class change --class "$cooks" 省平台班级编号=YN5323252026017 省平台审核通过日期=2026-10-12 场地可容纳人数=60 >/dev/null
"$ruhuctl" class sessions --class "$cooks" --plan | tail -1

# life CLASS FILED APPROVED POSTED: through application, approval and board.
life() {
	on "$2"
	if [ "$(json class list ".[] | select(.class_no == \"$1\") | .stage")" = 草稿 ]; then "$ruhuctl" class advance "$1" 已申请 --anyway "县级已口头同意，材料随后补齐" >/dev/null; fi
	on "$3"
	"$ruhuctl" class change --class "$1" 批准单位=姚安县人力资源和社会保障局 批准文号="$1" 批准日期="$3" >/dev/null
	"$ruhuctl" class advance "$1" 已批准
	on "$4"
	"$ruhuctl" inspect "$1" 检查种类=开班前核验 检查情况=告知牌、许可证副本已上墙 >/dev/null
	if "$ruhuctl" mark scan --class "$1" --date "$5" --half 上午 00000000 >/dev/null 2>&1; then fail "没有亮证亮牌就能考勤"; fi
	"$ruhuctl" class change --class "$1" 告知牌上墙日期="$4" 许可证副本上墙日期="$4" >/dev/null
	"$ruhuctl" class advance "$1" 已亮证亮牌
	"$ruhuctl" print board --class "$1" -o "告知牌-$6.pdf" | sed -n 1p
	on "$5" 08:00
	"$ruhuctl" class advance "$1" 开班中
}
step "3 批准、亮证亮牌、开班"
embroider=姚培开〔2026〕023号
life "$cooks" 2026-10-09 2026-10-13 2026-10-19 2026-10-20 中式烹调
"$ruhuctl" class stages "$cooks" | sed -n 1,8p

# taught CLASS FIRST DAYS: two half-days a day, everybody by card, one absent and corrected, and on the third day the power fails.
taught() {
	local cards people day half now n=0
	mapfile -t cards < <(json class roster --class "$1" '.[] | select(.standing == "在册") | .card')
	mapfile -t people < <(json class roster --class "$1" '.[] | select(.standing == "在册") | .person')
	for i in $(seq 0 $(($3 - 1))); do
		day=$(date -d "$2 +$i days" +%F)
		for half in 上午 下午; do
			now=08:40; [ $half = 上午 ] || now=14:05
			on "$day" $now
			n=$((n + 1))
			if [ $n = 5 ]; then
				(timeout -s KILL 0.25 "$ruhuctl" mark scan --class "$1" --half $half "${cards[@]:1}" >/dev/null 2>&1; exit $?) 2>/dev/null || echo "  第 $n 个半天刷到一半断电，重新刷一遍，没有重复"
			fi
			"$ruhuctl" mark scan --class "$1" --half $half "${cards[@]:1}" >/dev/null
			"$ruhuctl" mark hand --class "$1" --half $half "${people[0]}" 不到 >/dev/null
			if [ $((n % 4)) = 1 ]; then "$ruhuctl" mark hand --class "$1" --half $half "${people[0]}" 迟到 --minutes 20 --reason 路上塌方，后来到了 >/dev/null; fi
		done
	done
	"$ruhuctl" mark list --class "$1" | tail -1
	echo "  $n 个半天，每天刷卡、手工、更正"
}
# scores CLASS FILE: everybody has scores, one fails and one does not come.
scores() {
	{ echo 座号,姓名,理论成绩,实操成绩,备注
	json class roster --class "$1" '[.[] | select(.standing == "在册")] | to_entries[] | if .key == 1 then "\(.value.seat),\(.value.name),52,66," elif .key == 2 then "\(.value.seat),\(.value.name),,,缺考" else "\(.value.seat),\(.value.name),\(62 + .key % 30),\(70 + .key % 25)," end'; } >"$2"
}

step "4 上课：中式烹调 10 天，民族刺绣 8 天，每天两个半天"
taught "$cooks" 2026-10-20 10
life "$embroider" 2026-10-15 2026-10-20 2026-11-01 2026-11-02 民族刺绣
taught "$embroider" 2026-11-02 8

step "5 考核、发证、结业（封存考勤）"
finish() {
	on "$2"
	scores "$1" "成绩-$3.csv"
	"$ruhuctl" class assess "$1" "成绩-$3.csv" || true
	"$ruhuctl" class advance "$1" 已考核
	for who in 4 5 6; do "$ruhuctl" feedback "$1" 老师教得怎么样=5 教的内容怎么样=4 场地和设备怎么样=$who 学的东西用得上吗=5 >/dev/null 2>&1 || true; done
	"$ruhuctl" class certify "$1" --series '姚培证{年}{序号4}' | tail -1
	"$ruhuctl" class close "$1" --anyway "验收合格" | tail -1
	"$ruhuctl" verify "$1"
}
finish "$cooks" 2026-11-10 中式烹调
finish "$embroider" 2026-11-11 民族刺绣

step "6 电话核查抽样（同一个种子抽到同样的人）、跟踪、评估"
"$ruhuctl" audit "$embroider" --sample 10% --seed 演示 -o 电话核查.xlsx | tail -1
on 2026-12-08
one=$(json class roster --class "$embroider" '.[3].person')
"$ruhuctl" record add followup --of "$one" 跟踪日期=2026-12-08 跟踪方式=电话 现在的就业状态=本地就业 所学是否用上=是 跟踪人=普学珍 >/dev/null
"$ruhuctl" followup due | tail -1
"$ruhuctl" class evaluate "$embroider" | cut -f1,2 | sed -n 1,12p

step "7 补贴：没有省平台编号不能申领；按合格人数测算"
"$ruhuctl" claim plan "$cooks" | sed -n 1,4p
if "$ruhuctl" claim save "$cooks" 申领日期=2026-12-08 >/dev/null 2>claim.txt; then fail "没有省平台编号也能申领"; fi
sed 's/^/  /' claim.txt | sed -n 1,3p
"$ruhuctl" claim save "$cooks" 申领日期=2026-12-08 省平台申领编号=SL5323252026-0061 公示开始=2026-12-01 公示结束=2026-12-07 --anyway "演示：逾期申领已说明" >/dev/null
"$ruhuctl" claim list "$cooks" | tail -2 | cut -c1-200

step "8 目标、通报、该交的报表和期限、自查"
"$ruhuctl" import "$root/internal/intake/testdata/targets.xlsx" | sed -n 1p
"$ruhuctl" report tongbao -o 通报.xlsx | tail -1
"$ruhuctl" report renwu -o 任务.xlsx 2>/dev/null | tail -1 || true
"$ruhuctl" calendar | sed -n 1,3p
"$ruhuctl" deadlines | sed -n 1,3p
"$ruhuctl" audit -o 自查.xlsx | tail -3

step "9 核对：全部班的考勤没有被改动"
"$ruhuctl" verify
"$ruhuctl" check

step "完成。东西都在 $out"
