#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# tools/fetch_dataset.sh [DEST] [--train]: the official gzip files of Fashion-MNIST's test set, and
# with --train also of its training set, in DEST (default: data/). Byte for byte: the MD5 sums are
# those that the dataset's own README lists.
#
# Debian's package has the same compressed streams, but repacked under a shorter gzip header. The
# official header is put back here. Without that package the files are downloaded from the
# dataset's repository.
set -euo pipefail

destination=
with_train=0
for argument in "$@"; do
  case "$argument" in
    --train) with_train=1 ;;
    -*) echo "usage: tools/fetch_dataset.sh [DEST] [--train]" >&2; exit 2 ;;
    *) destination=$argument ;;
  esac
done
if [ -z "$destination" ]; then destination=$(dirname "${BASH_SOURCE[0]}")/../data; fi

package=/usr/share/datasets/fashion-mnist
repository=https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion

is_official() { echo "$2  $1" | md5sum --check --status 2>/dev/null; }

# RFC 1952: ID1 ID2 CM=8 FLG=FNAME, MTIME (little endian), XFL=0 OS=3, then the name, ended by a 0.
# Debian's header is the ten fixed bytes alone.
with_official_header() {  # FILE MTIME_BYTES NAME
  printf '\x1f\x8b\x08\x08%b\x00\x03%s\x00' "$2" "$3"
  tail -c +11 "$1"
}

get() {  # NAME MD5 MTIME_BYTES
  local name=$1 md5=$2 mtime=$3 target=$destination/$1.gz
  if is_official "$target" "$md5"; then
    echo "$1.gz is here"
    return
  fi
  # Under another name first, so that a file with the right name is always a right file.
  if [ -e "$package/$name.gz" ]; then
    with_official_header "$package/$name.gz" "$mtime" "$name" >"$target.part"
  else
    curl --fail --location --silent --show-error --retry 3 --output "$target.part" "$repository/$name.gz"
  fi
  if ! is_official "$target.part" "$md5"; then
    rm -f "$target.part"
    echo "$name.gz does not have the official MD5 sum $md5" >&2
    exit 1
  fi
  mv "$target.part" "$target"
  echo "$1.gz is here now"
}

mkdir -p "$destination"
test_mtime='\xf3\xe9\xa7\x59'
train_mtime='\xde\xe9\xa7\x59'
get t10k-images-idx3-ubyte bef4ecab320f06d8554ea6380940ec79 "$test_mtime"
get t10k-labels-idx1-ubyte bb300cfdad3c16e7a12a480ee83cd310 "$test_mtime"
if [ "$with_train" -eq 1 ]; then
  get train-images-idx3-ubyte 8d4fb7e6c68d591d4c3dfef9ec88bf0d "$train_mtime"
  get train-labels-idx1-ubyte 25c81989df183df01b3e8a0aad5dffbe "$train_mtime"
fi
