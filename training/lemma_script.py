"""Lemmas as edit scripts on the form, so that a classifier can predict them."""


def lemma_script(form: str, lemma: str) -> str:
    """`case:cut:add`: lower-case the form (`l`) or keep it (`k`), drop `cut` letters from its end, append `add`.

    The script that keeps the case is given where both do.
    """
    scripts = []
    for case, base in (("k", form), ("l", form.lower())):
        shared = 0
        while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
            shared += 1
        scripts.append((len(lemma) - shared, f"{case}:{len(base) - shared}:{lemma[shared:]}"))
    return min(scripts, key=lambda script: script[0])[1]
