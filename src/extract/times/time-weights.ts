import { weightsOf } from "../ranking.js";

/** What tells which time an article tells for an act or a state: written by `training/circumstances.ts`, not by hand. */
export const timeWeights = weightsOf(`
alone false	-0.08
alone true	0.04
away	-0.27
away adjective	-0.37
away alone false	-0.59
away alone true	-0.09
away before	-0.18
away before 1	-0.07
away before 1 0 has	-0.63
away before 1 0 noun	-0.08
away before 1 0 participle	-0.08
away before 1 0 past	0.13
away before 1 0 present	-0.18
away before 1 0 the noun	-0.08
away before 1 0 to	0.04
away before 1 0 was	-0.12
away before 1 1+ noun	-0.80
away before 1 1+ past	-0.66
away before 2	-0.33
away before 2+ 0 has	-0.63
away before 2+ 0 ing	-0.08
away before 2+ 0 is	0.03
away before 2+ 0 noun	-0.48
away before 2+ 0 participle	0.31
away before 2+ 0 past	-0.30
away before 2+ 0 present	-0.85
away before 2+ 0 the noun	0.21
away before 2+ 0 to	0.11
away before 2+ 0 was	0.26
away before 2+ 0 will	-0.60
away before 2+ 1+ has	-0.56
away before 2+ 1+ is	-0.04
away before 2+ 1+ noun	-0.65
away before 2+ 1+ past	-0.31
away before 2+ 1+ the noun	-0.65
away before 2+ 1+ to	-0.30
away before 2+ 1+ was	-0.05
away before 3	0.08
away before 4+	-0.14
away before date clock	-0.02
away before date day	-0.08
away before date month	-0.02
away before date year	-0.11
away before later 0	0.03
away before later 1	-0.42
away before later 2	-1.06
away before later 3+	-0.65
away before link from	-0.68
away before link in	-0.04
away before link none	-0.18
away before link of	0.33
away before link on	-0.37
away before link since	-1.12
away before past day	-0.43
away before past month	0.05
away before past week	-0.65
away before today clock	0.10
away before today day	-0.08
away before today month	0.35
away before today week	-0.63
away before weekday clock	-0.87
away before weekday day	-0.12
away fronted lead	-0.21
away fronted paragraph	0.61
away has	-0.93
away ing	0.16
away is	-0.24
away lead	-0.18
away lead 1	0.25
away lead 1 0 had	0.13
away lead 1 0 noun	-0.25
away lead 1 0 past	0.32
away lead 1 0 present	0.25
away lead 1 0 the noun	-0.68
away lead 1 0 to	-0.09
away lead 1 0 will	-0.60
away lead 1 1+ past	-0.26
away lead 2+ 0 adjective	-0.71
away lead 2+ 0 had	-0.37
away lead 2+ 0 has	-1.09
away lead 2+ 0 ing	-0.13
away lead 2+ 0 must	0.13
away lead 2+ 0 noun	-0.08
away lead 2+ 0 participle	-0.26
away lead 2+ 0 past	-0.08
away lead 2+ 0 present	0.05
away lead 2+ 0 the noun	-0.72
away lead 2+ 0 to	0.10
away lead 2+ 0 was	0.31
away lead 2+ 0 will	-1.00
away lead 2+ 1+ adjective	-0.61
away lead 2+ 1+ had	0.03
away lead 2+ 1+ has	-0.76
away lead 2+ 1+ ing	0.06
away lead 2+ 1+ is	-1.05
away lead 2+ 1+ noun	-0.36
away lead 2+ 1+ participle	-1.16
away lead 2+ 1+ past	-0.59
away lead 2+ 1+ present	0.06
away lead 2+ 1+ the noun	-0.05
away lead 2+ 1+ to	-0.29
away lead 2+ 1+ was	-0.74
away lead 2+ 1+ will	-0.06
away lead 3	-0.51
away lead 4+	-0.39
away lead date clock	-0.44
away lead date day	0.14
away lead date month	-0.29
away lead date year	-1.09
away lead later 0	0.08
away lead later 1	-0.49
away lead later 2	-0.26
away lead later 3+	-1.16
away lead link at	-0.53
away lead link by	-0.05
away lead link in	-0.27
away lead link none	-0.09
away lead link of	-0.83
away lead link on	-0.05
away lead link since	-0.92
away lead past day	-0.32
away lead past month	-0.18
away lead past week	-0.61
away lead past year	-0.74
away lead today day	-0.20
away lead today month	-0.69
away lead today week	-0.57
away lead weekday clock	0.30
away lead weekday day	-0.14
away may	-0.36
away must	-0.15
away noun	-0.26
away other word	-0.29
away other word names 0	-0.41
away other word names 1	-0.12
away other word names 2	0.28
away other word names 3+	-0.08
away own word	0.15
away own word names 0	0.02
away paragraph	-0.08
away paragraph 1	0.27
away paragraph 1 0 had	0.13
away paragraph 1 0 has	-0.10
away paragraph 1 0 noun	0.23
away paragraph 1 0 past	0.14
away paragraph 1 0 present	-0.26
away paragraph 1 0 the noun	0.05
away paragraph 1 0 to	-0.36
away paragraph 1 0 was	0.29
away paragraph 1 1+ noun	0.05
away paragraph 1 1+ past	0.21
away paragraph 2	-0.18
away paragraph 2+ 0 has	-0.63
away paragraph 2+ 0 past	0.06
away paragraph 2+ 1+ has	-0.59
away paragraph 2+ 1+ noun	-0.61
away paragraph 2+ 1+ participle	0.05
away paragraph 2+ 1+ past	-0.68
away paragraph 2+ 1+ present	-0.19
away paragraph 2+ 1+ to	-0.75
away paragraph 2+ 1+ was	0.03
away paragraph 2+ 1+ will	-0.58
away paragraph 3	-0.08
away paragraph 4+	-0.82
away paragraph date clock	0.13
away paragraph date day	-0.21
away paragraph date year	-0.47
away paragraph later 0	0.13
away paragraph later 1	-0.33
away paragraph later 2	-0.89
away paragraph later 3+	-0.18
away paragraph link from	-0.18
away paragraph link in	0.07
away paragraph link none	0.31
away paragraph link of	-0.19
away paragraph link on	-0.46
away paragraph link since	-0.56
away paragraph past day	-0.71
away paragraph past month	-0.17
away paragraph past week	0.19
away paragraph weekday clock	0.17
away paragraph weekday day	-0.07
away participle	-0.09
away past	0.05
away present	-0.03
away same word	-0.17
away same word names 0	-0.20
away same word names 2	-0.13
away same word names 3+	-0.17
away tense -1 date clock	-0.26
away tense -1 date month	-0.10
away tense -1 date year	-0.42
away tense -1 past day	-0.76
away tense -1 past month	-0.33
away tense -1 past week	0.14
away tense -1 past year	-0.87
away tense -1 today clock	0.18
away tense -1 today day	0.09
away tense -1 today month	0.27
away tense -1 today week	-0.38
away tense -1 weekday clock	0.07
away tense -1 weekday day	-0.05
away tense 0 date clock	-0.32
away tense 0 date month	-0.48
away tense 0 date year	-1.07
away tense 0 past day	-0.15
away tense 0 today day	-0.22
away tense 0 weekday day	0.11
away tense 1 date clock	0.06
away tense 1 date day	-0.19
away tense 1 date month	0.03
away tense 1 date year	-0.18
away tense 1 past day	-0.40
away tense 1 past month	0.15
away tense 1 today day	0.05
away tense 1 today week	-0.75
away tense 1 weekday clock	0.24
away tense 1 weekday day	-0.21
away the noun	-0.17
away title	-0.27
away title 2	-0.13
away title 4+	-1.04
away title date clock	-0.63
away title date day	-0.86
away title later 0	-0.04
away title later 1	-0.61
away title later 2	-0.47
away title link none	0.06
away title link –	-0.38
away title weekday day	0.41
away to	-0.14
away was	0.21
away will	-0.52
before commas 0	0.18
before commas 1	-0.31
before commas 2+	0.27
before distance 20+	0.02
before distance below 1	0.41
before distance below 12	-0.20
before distance below 2	0.44
before distance below 20	-0.09
before distance below 4	-0.17
before distance below 7	0.07
before noun	-0.14
before others 2+	0.12
before that	-0.29
before verb	0.11
before verbs 0	0.15
before verbs 1	-0.08
before verbs 2	-0.06
before verbs 3+	0.03
behind commas 0	0.26
behind commas 1	-0.40
behind commas 2+	-0.12
behind distance 20+	-0.07
behind distance below 1	0.41
behind distance below 12	-0.11
behind distance below 2	0.45
behind distance below 20	-0.25
behind distance below 3	0.04
behind distance below 4	-0.16
behind distance below 7	0.03
behind noun	0.15
behind others 0	0.22
behind others 1	-0.43
behind others 2+	-0.36
behind verb	-0.12
behind verbs 0	0.13
behind verbs 1	-0.13
behind verbs 2	-0.18
behind verbs 3+	-0.09
date clock	-0.39
date day	0.10
date month	0.04
date year	0.04
down acl	0.14
down acl:relcl	0.11
down advcl	-0.10
down advcl ing	0.24
down advcl noun	-0.03
down advcl the noun	-0.70
down advcl was	0.39
down ccomp	-0.21
down ccomp has	0.11
down ccomp ing	-0.74
down ccomp is	0.12
down ccomp must	0.58
down ccomp noun	-0.23
down ccomp participle	-0.22
down ccomp past	-0.31
down ccomp present	0.03
down ccomp the noun	-0.53
down ccomp to	-0.20
down ccomp was	-0.12
down ccomp will	-0.10
down conj	-0.11
down conj noun	-0.43
down conj participle	0.12
down conj past	0.26
down conj was	-0.15
down dep	0.04
down head	0.18
down head adjective	0.09
down head had	0.41
down head has	-0.05
down head ing	-0.16
down head is	-0.15
down head noun	0.04
down head participle	0.02
down head past	0.21
down head present	-0.14
down head the noun	0.23
down head to	0.05
down head was	0.07
down head will	0.26
down length 0	0.18
down length 1	0.31
down length 2	-0.20
down length 3	-0.58
down length 4+	-0.61
down nmod	0.15
down nsubj	-0.06
down nsubj noun	0.19
down nsubj the noun	0.13
down obj	0.14
down obj noun	0.13
down obl	-0.09
down obl noun	0.15
down obl the noun	-0.06
down other	-0.34
down parataxis	-0.08
down parataxis past	0.08
down xcomp	0.19
down xcomp to	0.16
fronted	0.38
link as	0.15
link at	0.03
link at date clock	-0.23
link at meets verb	0.14
link by	-0.63
link by meets verb	-0.31
link from	-0.08
link from date day	0.43
link from meets elsewhere	-0.49
link from meets verb	0.28
link from weekday day	-0.18
link in	0.21
link in date month	0.07
link in date year	0.32
link in meets noun	0.15
link in meets verb	0.30
link none	-0.12
link none date clock	-0.31
link none date day	-0.28
link none date month	0.24
link none date year	-0.21
link none meets noun	0.33
link none meets verb	-0.32
link none past day	0.22
link none past month	0.12
link none past week	-0.33
link none past year	-0.06
link none today clock	0.39
link none today day	0.30
link none today month	0.07
link none today week	-0.03
link none weekday clock	-0.09
link none weekday day	-0.08
link of	0.19
link of date day	0.15
link of meets elsewhere	0.44
link of meets verb	-0.25
link on	0.11
link on date day	0.43
link on meets elsewhere	-0.22
link on meets noun	0.39
link on meets verb	0.48
link on weekday clock	0.04
link since	0.13
link since date day	0.14
link since date month	-0.07
link since date year	-0.30
link since meets elsewhere	0.07
link since meets noun	0.26
link since meets verb	-0.03
link since weekday day	0.41
meets elsewhere	-0.16
meets elsewhere had weekday day	-0.65
meets elsewhere has weekday day	-0.38
meets elsewhere ing weekday day	0.16
meets elsewhere is weekday day	-0.24
meets elsewhere must weekday day	0.33
meets elsewhere noun date day	-0.10
meets elsewhere noun date month	0.26
meets elsewhere noun date year	-0.25
meets elsewhere noun weekday day	-0.05
meets elsewhere participle date year	-0.10
meets elsewhere participle weekday day	-0.24
meets elsewhere past date day	-0.32
meets elsewhere past date month	-0.11
meets elsewhere past date year	0.14
meets elsewhere past weekday day	-0.12
meets elsewhere present weekday day	0.24
meets elsewhere the noun date day	0.10
meets elsewhere the noun date year	-0.10
meets elsewhere the noun weekday day	-0.38
meets elsewhere to weekday day	-0.07
meets elsewhere was date year	0.24
meets elsewhere was weekday day	-0.51
meets elsewhere will weekday day	-0.11
meets noun	0.25
meets noun noun date day	0.04
meets noun noun date month	-0.06
meets noun the noun date day	0.47
meets noun the noun date year	0.37
meets verb	0.10
meets verb had date day	0.40
meets verb had date month	-0.14
meets verb had weekday day	0.44
meets verb has date year	-0.38
meets verb has weekday day	0.07
meets verb participle date year	0.20
meets verb past date day	0.23
meets verb past date month	-0.12
meets verb past date year	0.21
meets verb past past month	0.08
meets verb past today clock	0.06
meets verb past weekday clock	0.08
meets verb past weekday day	0.61
meets verb present date day	0.13
meets verb to weekday day	0.15
meets verb was date day	0.09
meets verb was date month	0.12
meets verb was date year	0.35
meets verb was weekday day	0.10
meets verb will weekday day	0.28
nearer 0	0.08
nearer 1	-0.32
none	-0.56
none ADJ	0.11
none ADV	0.60
none AUX	-0.05
none NOUN	0.09
none PROPN	-0.20
none VERB	0.07
none acl	0.27
none acl:relcl	0.40
none adjective	0.11
none adjective 0	0.29
none adjective 1+	-0.07
none advcl	0.13
none amod	-0.16
none appos	-0.05
none ccomp	0.21
none compound	0.45
none conj	-0.14
none csubj	0.15
none dep	0.25
none had	-0.02
none had 0	-0.07
none had 1+	0.06
none has	0.41
none has 0	0.71
none has 1+	0.17
none here 0	0.05
none here 1	0.10
none here 2+	0.10
none ing	-0.05
none ing 0	-0.16
none ing 1+	0.07
none is	0.38
none is 0	0.21
none is 1+	0.28
none may	-0.04
none may 0	0.28
none may 1+	-0.16
none must	-0.10
none must 0	0.11
none must 1+	-0.18
none nmod	0.29
none noun	0.11
none noun 0	0.18
none noun 1+	-0.02
none nsubj	-0.20
none nsubj:pass	-0.39
none obj	0.07
none obl	0.19
none obl:agent	0.08
none paragraph 0	-0.05
none paragraph 1	-0.03
none paragraph 2	0.10
none paragraph 3+	0.14
none parataxis	-0.40
none participle	0.07
none participle 0	0.06
none participle 1+	0.06
none past	-0.22
none past 0	-0.23
none past 1+	-0.09
none present	0.13
none present 1+	0.21
none root	-0.13
none tense -1	0.07
none tense 0	0.08
none tense 1	0.11
none the noun	0.13
none the noun 0	0.05
none the noun 1+	0.09
none to	0.03
none to 1+	0.03
none was	-0.24
none was 0	-0.24
none was 1+	-0.07
none will	0.13
none will 0	0.39
none xcomp	0.06
of noun	-0.39
of other	-0.30
of own	0.44
past day	0.22
past month	0.03
past week	-0.33
past year	-0.05
path advcl head behind	-0.44
path advmod conj before	0.08
path advmod head behind	-0.32
path advmod head behind past	0.10
path compound head before	0.22
path compound head before the noun	0.13
path conj head behind	0.16
path nmod head behind	-0.04
path nmod head behind noun	0.10
path nmod head behind the noun	-0.07
path obj head behind	-0.51
path obl advcl before ing	0.21
path obl advcl before noun	0.11
path obl ccomp before	-0.19
path obl ccomp behind	-0.26
path obl ccomp behind has	-0.06
path obl conj before	-0.32
path obl conj before participle	-0.10
path obl conj before past	0.03
path obl head before	0.78
path obl head before had	0.62
path obl head before past	0.75
path obl head before was	0.48
path obl head behind	0.10
path obl head behind had	0.39
path obl head behind has	0.11
path obl head behind noun	-0.41
path obl head behind participle	0.32
path obl head behind past	0.25
path obl head behind present	-0.25
path obl head behind to	-0.06
path obl head behind was	0.50
path obl head behind will	0.17
path obl nsubj behind	-0.08
path obl nsubj:pass behind	0.11
path obl obj before	-0.05
path obl obj behind	0.23
path obl obj behind noun	0.05
path obl obl before	-0.08
path obl obl before noun	0.20
path obl obl behind	0.15
path obl obl behind noun	0.07
path obl parataxis before	0.07
path obl xcomp before	0.37
path obl:unmarked advcl before	0.03
path obl:unmarked advcl before past	-0.13
path obl:unmarked ccomp before	-0.39
path obl:unmarked ccomp behind	0.08
path obl:unmarked ccomp behind has	-0.11
path obl:unmarked conj before	0.14
path obl:unmarked head before	0.24
path obl:unmarked head before past	0.21
path obl:unmarked head behind	0.46
path obl:unmarked head behind past	0.33
path obl:unmarked head behind was	-0.14
path xcomp head behind	0.13
path xcomp head behind past	0.31
tense -1 date clock	-0.24
tense -1 date day	0.08
tense -1 date month	0.20
tense -1 date year	0.04
tense -1 past month	-0.13
tense -1 past week	-0.28
tense -1 today clock	0.27
tense -1 today month	0.35
tense -1 today week	0.31
tense -1 weekday clock	-0.03
tense 0 date day	0.29
tense 0 weekday day	-0.03
tense 1 date day	-0.13
tense 1 date month	-0.04
tense 1 weekday clock	0.15
tense 1 weekday day	-0.05
today clock	0.32
today day	0.38
today month	0.07
today week	-0.13
up advcl 2	-0.31
up advcl 3	-0.47
up advmod 1	-0.37
up compound 1	0.16
up conj 2	-0.26
up nmod 1	0.42
up nmod:unmarked 1	0.30
up nsubj 2	-0.23
up nummod 1	0.61
up obj 2	-0.24
up obl 1	0.22
up obl 2	-0.22
up obl 3	-0.28
up obl:unmarked 1	0.44
up other	-0.52
up parataxis 2	-0.07
up xcomp 2	0.10
verbs 0 0	0.12
verbs 0 0 adjective	0.04
verbs 0 0 had	0.10
verbs 0 0 has	-0.14
verbs 0 0 ing	0.20
verbs 0 0 is	-0.14
verbs 0 0 may	0.17
verbs 0 0 must	0.29
verbs 0 0 noun	-0.03
verbs 0 0 participle	-0.10
verbs 0 0 past	0.29
verbs 0 0 present	-0.30
verbs 0 0 the noun	0.02
verbs 0 0 to	-0.14
verbs 0 0 was	0.14
verbs 0 0 will	-0.06
verbs 0 1	0.32
verbs 0 1 ing	-0.29
verbs 0 1 noun	0.14
verbs 0 1 participle	0.25
verbs 0 1 past	0.11
verbs 0 1 to	0.42
verbs 0 2+	-0.43
verbs 1 0	-0.24
verbs 1 0 had	-0.19
verbs 1 0 has	0.03
verbs 1 0 noun	0.12
verbs 1 0 past	-0.23
verbs 1 0 to	-0.05
verbs 1 0 was	-0.12
verbs 2+ 0	0.07
weekday clock	0.15
weekday day	-0.02
`);
