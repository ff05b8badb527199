import { weightsOf } from "../ranking.js";

/** What tells which place an article tells for an act: written by `training/circumstances.ts`, not by hand. */
export const placeWeights = weightsOf(`
alone false	-0.05
alone true	0.02
away	-0.60
away amod	-0.64
away appos	-0.13
away back ACCUSE	-0.57
away back AGREE	-1.24
away back AID	-0.27
away back COERCE	-0.15
away back CONCEDE	-1.32
away back CONSULT	-0.32
away back COOPERATE	-0.05
away back MOBILIZE	0.30
away back PROTEST	-0.11
away back REJECT	-0.45
away back REQUEST	-0.37
away back RETREAT	-0.38
away back SANCTION	-0.44
away back SUPPORT	0.12
away back THREATEN	-0.18
away back alone false	-0.09
away back alone true	-0.46
away back later 0	0.32
away back later 1	-0.08
away back later 2	-0.72
away back later 3+	-0.73
away back link against	-0.72
away back link at	-0.28
away back link between	-0.76
away back link by	-0.81
away back link for	-0.27
away back link from	-0.06
away back link in	0.11
away back link into	0.09
away back link near	0.07
away back link none	-0.62
away back link through	-0.75
away back link to	-0.07
away back link with	-0.22
away compound	-0.24
away conj	-0.33
away dep	-0.80
away flat	-1.13
away kind city ACCUSE	-0.52
away kind city AGREE	-1.05
away kind city AID	-0.29
away kind city ASSAULT	0.21
away kind city COERCE	-0.14
away kind city CONCEDE	-0.28
away kind city CONSULT	-0.36
away kind city COOPERATE	-1.17
away kind city MOBILIZE	-0.31
away kind city PROTEST	-0.33
away kind city REJECT	-1.03
away kind city REQUEST	-0.25
away kind city RETREAT	-0.16
away kind city SANCTION	-0.26
away kind city SUPPORT	0.21
away kind city at	-0.07
away kind city by	-0.64
away kind city for	-0.18
away kind city from	-0.02
away kind city in	-0.08
away kind city none	-0.12
away kind city on	-0.82
away kind city through	-0.72
away kind city to	-0.47
away kind city towards	-0.66
away kind city with	-0.47
away kind country ACCUSE	-1.21
away kind country AGREE	-0.94
away kind country AID	-0.20
away kind country ASSAULT	-0.49
away kind country COERCE	-0.25
away kind country CONCEDE	-0.77
away kind country CONSULT	-0.22
away kind country MOBILIZE	0.32
away kind country PROTEST	-0.79
away kind country REJECT	-0.92
away kind country REQUEST	-0.55
away kind country RETREAT	-0.60
away kind country SANCTION	-0.99
away kind country SUPPORT	-0.45
away kind country THREATEN	-0.81
away kind country against	-0.67
away kind country between	-0.65
away kind country by	-0.79
away kind country from	-1.03
away kind country in	-0.10
away kind country into	-1.10
away kind country none	-0.76
away kind country of	-0.24
away kind country on	0.09
away kind country to	0.04
away kind country with	-0.29
away kind facility ACCUSE	-0.43
away kind facility ASSAULT	-0.52
away kind facility REQUEST	-0.41
away kind facility RETREAT	-0.82
away kind facility at	-0.04
away kind facility none	-1.37
away kind facility of	-0.78
away kind facility to	-0.62
away kind region ACCUSE	-0.11
away kind region AGREE	-0.08
away kind region AID	-0.79
away kind region ASSAULT	-0.40
away kind region COERCE	-0.41
away kind region CONCEDE	-0.73
away kind region CONSULT	-1.01
away kind region COOPERATE	-0.11
away kind region MOBILIZE	-0.84
away kind region PROTEST	0.15
away kind region REJECT	-0.12
away kind region REQUEST	-1.08
away kind region RETREAT	-1.04
away kind region SANCTION	-0.50
away kind region SUPPORT	-0.14
away kind region THREATEN	-0.98
away kind region from	0.10
away kind region in	-0.29
away kind region into	0.21
away kind region none	-0.77
away kind region of	-0.52
away kind region to	-0.95
away kind water in	-0.69
away nmod	-0.50
away nmod:desc	-0.86
away nmod:poss	-0.64
away nsubj	-0.49
away nsubj:pass	-0.88
away nummod	-0.58
away obj	-0.52
away obl	-0.07
away obl:agent	-0.69
away obl:unmarked	-1.10
away on ACCUSE	-0.49
away on AGREE	-0.22
away on AID	-1.05
away on ASSAULT	-0.36
away on COERCE	-0.36
away on CONCEDE	-0.11
away on CONSULT	-1.14
away on COOPERATE	-0.98
away on MOBILIZE	-0.29
away on PROTEST	-0.97
away on REJECT	-0.76
away on REQUEST	-1.04
away on RETREAT	-1.07
away on SANCTION	-0.74
away on SUPPORT	-0.37
away on THREATEN	-0.67
away on alone false	-0.87
away on alone true	-0.51
away on later 0	-0.82
away on link at	0.13
away on link by	-0.67
away on link from	-0.18
away on link in	-0.83
away on link into	-0.84
away on link near	-0.82
away on link none	-0.42
away on link of	-0.88
away on link on	-0.92
away on link to	-1.19
away on link towards	-0.58
away on link with	-0.75
away root	-0.09
before ,	0.22
before .	-0.14
before ADJ	0.21
before ADP	-0.05
before ADV	0.17
before CCONJ	-0.17
before DET	0.13
before NOUN	-0.02
before NUM	0.09
before PART	-0.19
before PRON	-0.48
before PUNCT	-0.35
before SCONJ	-0.16
before VERB	-0.08
before commas 1	-0.08
before commas 2+	-0.15
before distance 20+	-0.24
before distance below 1	0.06
before distance below 12	-0.07
before distance below 2	0.15
before distance below 20	-0.23
before distance below 3	-0.05
before distance below 7	-0.13
before noun	-0.18
before others 0	0.03
before others 1	-0.22
before others 2+	-0.42
before that	-0.12
before verbs 0	-0.08
before verbs 1	0.03
before verbs 2	0.03
before verbs 3+	-0.29
behind 	0.39
behind ADJ	0.33
behind ADP	0.06
behind ADV	-0.37
behind CCONJ	-0.20
behind DET	-0.54
behind NOUN	0.02
behind NUM	-0.67
behind PART	0.16
behind PRON	0.05
behind PROPN	0.10
behind PUNCT	-0.05
behind SCONJ	-0.30
behind VERB	0.05
behind commas 0	0.32
behind commas 1	-0.52
behind commas 2+	-0.52
behind distance 20+	-0.61
behind distance below 1	0.08
behind distance below 12	-0.05
behind distance below 20	-0.29
behind distance below 3	0.26
behind distance below 4	0.13
behind distance below 7	0.16
behind noun	0.05
behind others 0	0.18
behind others 1	-0.39
behind others 2+	-0.45
behind verb	-0.04
behind verbs 0	0.06
behind verbs 1	-0.16
behind verbs 2	-0.12
behind verbs 3+	0.06
down acl	-0.15
down acl:relcl	0.06
down advcl	0.06
down amod	-0.09
down appos	0.23
down ccomp	-0.31
down conj	-0.12
down dep	-0.12
down head	0.03
down length 0	0.03
down length 1	0.09
down length 2	-0.10
down length 3	-0.23
down length 4+	-0.49
down nmod	-0.19
down nsubj	-0.17
down nsubj:pass	-0.03
down obj	-0.16
down obl	0.09
down obl:agent	-0.17
down other	-0.44
down parataxis	0.03
down xcomp	-0.27
fronted	0.15
held	-0.14
holder of recipient 0 ACCUSE	-0.28
holder of recipient 0 ASSAULT	0.39
holder of recipient 0 COERCE	-0.07
holder of recipient 0 COOPERATE	-0.39
holder of recipient 0 MOBILIZE	-0.16
holder of recipient 0 REJECT	-0.49
holder of recipient 0 REQUEST	-0.13
holder of recipient 0 RETREAT	0.19
holder of recipient 0 SANCTION	0.09
holder of recipient 0 SUPPORT	-0.38
holder of recipient 0 at	0.36
holder of recipient 0 city	0.14
holder of recipient 0 facility	-0.21
holder of recipient 0 from	0.19
holder of recipient 0 in	0.31
holder of recipient 0 none	-0.51
holder of recipient 0 of	-0.44
holder of recipient 0 region	-0.12
holder of recipient 0 to	0.20
holder of recipient 1 ACCUSE	-0.62
holder of recipient 1 ASSAULT	0.41
holder of recipient 1 COERCE	-0.10
holder of recipient 1 RETREAT	-0.07
holder of recipient 1 SUPPORT	-0.14
holder of recipient 1 city	-0.09
holder of recipient 1 country	0.29
holder of recipient 1 in	0.17
holder of recipient 1 none	-0.14
holder of recipient 1 of	0.12
holder of recipient 1 region	-0.11
holder of recipient 2+ ASSAULT	-0.26
holder of recipient 2+ city	-0.12
holder of recipient 2+ country	-0.31
holder of recipient 2+ none	-0.60
holder own ACCUSE	0.40
holder own AGREE	0.10
holder own AID	-0.11
holder own ASSAULT	0.36
holder own CONCEDE	-0.07
holder own CONSULT	0.03
holder own COOPERATE	-0.22
holder own MOBILIZE	0.12
holder own REJECT	-0.42
holder own REQUEST	0.14
holder own RETREAT	0.19
holder own SANCTION	-0.16
holder own SUPPORT	0.14
holder own at	0.08
holder own by	-0.44
holder own city	0.16
holder own facility	0.10
holder own from	0.06
holder own in	0.48
holder own nmod ASSAULT	0.54
holder own nmod city	0.21
holder own nmod country	0.12
holder own nmod in	-0.27
holder own nmod none	0.32
holder own nmod of	0.58
holder own nmod region	0.12
holder own none	-0.32
holder own nsubj ACCUSE	-0.11
holder own nsubj AGREE	-0.64
holder own nsubj AID	-0.55
holder own nsubj ASSAULT	0.12
holder own nsubj COERCE	0.42
holder own nsubj CONCEDE	-0.40
holder own nsubj REQUEST	-0.57
holder own nsubj RETREAT	-0.08
holder own nsubj SUPPORT	-0.25
holder own nsubj city	-0.28
holder own nsubj none	-0.04
holder own nsubj of	-0.60
holder own nsubj region	0.10
holder own nsubj:pass country	-0.46
holder own obj country	-0.66
holder own obj none	-0.11
holder own obl ACCUSE	0.15
holder own obl AID	0.03
holder own obl COERCE	0.24
holder own obl MOBILIZE	0.25
holder own obl PROTEST	0.20
holder own obl REQUEST	0.08
holder own obl RETREAT	-0.08
holder own obl SANCTION	-0.70
holder own obl city	0.40
holder own obl country	-0.43
holder own obl facility	0.07
holder own obl in	-0.28
holder own obl none	0.24
holder own obl of	0.22
holder own obl region	0.23
holder own obl:agent country	-0.11
holder own obl:agent none	-0.61
holder own out	0.28
holder own region	0.56
holder own to	0.50
holder recipient ACCUSE	-0.73
holder recipient ASSAULT	-0.22
holder recipient COERCE	0.05
holder recipient CONSULT	0.30
holder recipient REQUEST	-0.67
holder recipient RETREAT	-0.05
holder recipient SANCTION	-0.46
holder recipient SUPPORT	-0.32
holder recipient at	-0.62
holder recipient city	0.06
holder recipient country	-0.56
holder recipient facility	-0.48
holder recipient none	-0.10
holder recipient of	-0.22
holder recipient on	-0.15
holder recipient region	-0.06
holder recipient to	-0.09
holder recipient with	-0.86
holder root ASSAULT	0.16
holder root RETREAT	-0.32
holder root city	0.02
holder root in	0.32
holder root none	0.10
holder root region	0.17
holder verb ccomp ASSAULT	-0.11
holder verb ccomp city	-0.06
holder verb ccomp country	-0.29
holder verb ccomp in	-0.18
holder verb ccomp none	-0.15
holder verb compound ASSAULT	-0.26
holder verb compound country	-0.20
holder verb compound none	-0.88
holder verb nsubj ACCUSE	-0.80
holder verb nsubj AGREE	-0.66
holder verb nsubj AID	0.02
holder verb nsubj ASSAULT	-0.10
holder verb nsubj COERCE	0.18
holder verb nsubj CONSULT	-0.11
holder verb nsubj COOPERATE	-0.60
holder verb nsubj MOBILIZE	-0.25
holder verb nsubj REJECT	-0.31
holder verb nsubj REQUEST	-0.04
holder verb nsubj RETREAT	-0.30
holder verb nsubj SANCTION	-0.87
holder verb nsubj SUPPORT	0.17
holder verb nsubj THREATEN	-0.54
holder verb nsubj city	-0.20
holder verb nsubj country	-0.05
holder verb nsubj facility	-0.20
holder verb nsubj from	-0.62
holder verb nsubj in	-0.14
holder verb nsubj none	-0.12
holder verb nsubj of	-0.61
holder verb nsubj region	-0.44
holder verb nsubj:pass ASSAULT	0.11
holder verb nsubj:pass COERCE	-0.61
holder verb nsubj:pass RETREAT	-0.24
holder verb nsubj:pass city	-0.17
holder verb nsubj:pass country	0.11
holder verb nsubj:pass facility	-0.68
holder verb nsubj:pass in	0.26
holder verb nsubj:pass none	-0.55
holder verb obj ACCUSE	-0.11
holder verb obj AGREE	-0.51
holder verb obj AID	0.17
holder verb obj ASSAULT	0.09
holder verb obj COERCE	0.03
holder verb obj CONSULT	0.09
holder verb obj MOBILIZE	0.26
holder verb obj REJECT	-0.57
holder verb obj REQUEST	-0.25
holder verb obj RETREAT	0.29
holder verb obj SANCTION	-0.03
holder verb obj SUPPORT	-0.93
holder verb obj THREATEN	-0.48
holder verb obj city	0.24
holder verb obj country	0.04
holder verb obj facility	-0.22
holder verb obj in	0.03
holder verb obj none	0.05
holder verb obj of	0.05
holder verb obj region	-0.26
holder verb obj with	0.14
holder verb obl ACCUSE	0.04
holder verb obl AGREE	-0.16
holder verb obl AID	0.22
holder verb obl COERCE	-0.27
holder verb obl COOPERATE	0.05
holder verb obl MOBILIZE	0.14
holder verb obl PROTEST	0.43
holder verb obl REJECT	-0.18
holder verb obl REQUEST	-0.08
holder verb obl SANCTION	-0.13
holder verb obl SUPPORT	-0.24
holder verb obl THREATEN	-0.17
holder verb obl at	-0.13
holder verb obl by	-0.48
holder verb obl city	0.04
holder verb obl country	-0.17
holder verb obl facility	0.36
holder verb obl from	-0.23
holder verb obl in	-0.03
holder verb obl into	-0.50
holder verb obl none	0.29
holder verb obl of	0.38
holder verb obl on	0.05
holder verb obl out	-0.03
holder verb obl region	0.18
holder verb obl to	-0.22
holder verb obl with	0.12
holder verb obl:agent ASSAULT	-0.18
holder verb obl:agent by	-0.34
holder verb obl:agent city	-0.08
holder verb obl:agent country	-0.62
holder verb obl:agent in	-0.22
holder verb obl:agent none	-0.42
holder verb obl:unmarked ASSAULT	-0.47
holder verb obl:unmarked country	-0.46
holder verb obl:unmarked none	-0.04
holding	-0.24
kind city ACCUSE	-0.26
kind city AGREE	-0.29
kind city AID	0.18
kind city ASSAULT	0.48
kind city COERCE	-0.05
kind city CONCEDE	-0.27
kind city CONSULT	0.03
kind city COOPERATE	-0.21
kind city MOBILIZE	0.12
kind city PROTEST	0.59
kind city REJECT	-0.49
kind city SANCTION	-0.16
kind city SUPPORT	-0.03
kind city THREATEN	-0.29
kind city at	0.13
kind city in	0.24
kind city near	0.20
kind city none	0.15
kind city of	0.16
kind city out	-0.07
kind city through	-0.52
kind city to	-0.03
kind city with	-0.17
kind country ACCUSE	-0.53
kind country AGREE	-0.06
kind country AID	-0.09
kind country ASSAULT	-0.04
kind country COERCE	-0.04
kind country CONCEDE	-0.48
kind country CONSULT	0.15
kind country COOPERATE	-0.17
kind country MOBILIZE	-0.10
kind country PROTEST	0.05
kind country REJECT	-0.42
kind country REQUEST	-0.48
kind country RETREAT	0.30
kind country SANCTION	-0.33
kind country SUPPORT	-0.30
kind country THREATEN	-0.69
kind country against	-0.20
kind country between	-0.54
kind country by	-0.61
kind country for	-0.22
kind country from	-0.10
kind country in	0.17
kind country none	-0.52
kind country of	-0.35
kind country on	-0.57
kind country out	0.29
kind country to	-0.09
kind country with	-0.22
kind facility ACCUSE	-0.38
kind facility ASSAULT	0.08
kind facility COERCE	0.06
kind facility MOBILIZE	-0.56
kind facility REQUEST	-0.21
kind facility RETREAT	-0.17
kind facility SANCTION	-0.66
kind facility SUPPORT	-0.53
kind facility at	-0.08
kind facility none	-0.17
kind facility of	-0.60
kind facility on	0.19
kind region ACCUSE	-0.03
kind region AGREE	-0.31
kind region AID	-0.22
kind region ASSAULT	0.06
kind region COERCE	0.24
kind region CONCEDE	0.16
kind region CONSULT	0.12
kind region COOPERATE	-0.09
kind region MOBILIZE	0.42
kind region REJECT	-0.22
kind region REQUEST	0.04
kind region RETREAT	-0.04
kind region SUPPORT	-0.27
kind region THREATEN	-0.40
kind region from	-0.70
kind region in	-0.22
kind region none	0.08
kind region of	0.17
kind region to	0.25
link across	0.47
link against	-0.21
link at	0.04
link at ASSAULT	0.38
link at down advcl	-0.11
link at down head	0.08
link at meets elsewhere	-0.10
link at meets noun	-0.03
link at meets verb	0.10
link at path nmod head behind	-0.18
link at path obl head behind	0.05
link between	-0.42
link by	-0.79
link by ASSAULT	-0.46
link by down head	-0.58
link by meets elsewhere	-0.58
link by meets verb	-0.52
link for	-0.48
link for down head	-0.30
link for meets elsewhere	-0.36
link for meets verb	-0.25
link from	-0.11
link from ACCUSE	-0.47
link from ASSAULT	-0.34
link from COERCE	-0.23
link from REQUEST	0.17
link from RETREAT	0.34
link from SANCTION	0.43
link from down advcl	-0.06
link from down head	-0.07
link from meets elsewhere	-0.07
link from meets noun	-0.28
link from path obj head behind	0.29
link from path obl advcl before	0.17
link from path obl head behind	0.10
link from path xcomp head behind	0.09
link in	0.22
link in ACCUSE	0.07
link in AGREE	0.16
link in AID	0.14
link in ASSAULT	0.18
link in COERCE	0.09
link in CONCEDE	-0.20
link in CONSULT	0.41
link in COOPERATE	-0.24
link in MOBILIZE	-0.05
link in PROTEST	0.43
link in REJECT	-0.13
link in REQUEST	-0.30
link in RETREAT	0.08
link in SANCTION	-0.24
link in SUPPORT	0.03
link in THREATEN	-0.31
link in down acl	0.20
link in down acl:relcl	-0.03
link in down advcl	0.09
link in down ccomp	-0.22
link in down conj	0.04
link in down head	0.19
link in down nmod	-0.13
link in down nsubj	-0.22
link in down obj	-0.33
link in down obl	0.26
link in down parataxis	0.11
link in down xcomp	-0.12
link in meets elsewhere	0.07
link in meets noun	0.29
link in meets verb	0.11
link in path advcl head behind	0.05
link in path conj head behind	-0.19
link in path nmod acl:relcl before	0.11
link in path nmod head behind	0.21
link in path nsubj advcl before	0.04
link in path nsubj ccomp before	-0.15
link in path nsubj ccomp behind	-0.32
link in path nsubj conj before	0.12
link in path nsubj head before	0.11
link in path nsubj:pass head before	0.14
link in path obj conj before	0.05
link in path obj head behind	-0.04
link in path obl advcl before	-0.07
link in path obl conj before	-0.02
link in path obl head before	0.04
link in path obl head behind	0.04
link in path obl nsubj behind	0.22
link in path obl obj behind	0.17
link in path obl obl before	-0.13
link in path xcomp head behind	-0.03
link into	0.07
link into ASSAULT	-0.21
link into down head	0.14
link into meets elsewhere	-0.05
link into meets verb	0.08
link near	0.13
link near down head	0.34
link near meets verb	0.34
link none	-0.16
link none ACCUSE	-0.71
link none AGREE	-0.11
link none AID	-0.07
link none ASSAULT	0.04
link none COERCE	0.24
link none CONCEDE	-0.24
link none CONSULT	-0.14
link none COOPERATE	-0.10
link none MOBILIZE	0.12
link none PROTEST	0.28
link none REJECT	-0.41
link none REQUEST	-0.19
link none RETREAT	-0.09
link none SANCTION	-0.67
link none SUPPORT	-0.37
link none THREATEN	-0.67
link none down acl	-0.24
link none down acl:relcl	-0.02
link none down advcl	-0.03
link none down ccomp	-0.26
link none down conj	-0.38
link none down dep	0.10
link none down head	-0.16
link none down nmod	-0.10
link none down nsubj	-0.22
link none down nsubj:pass	-0.06
link none down obj	-0.03
link none down obl	0.10
link none down xcomp	-0.20
link none meets elsewhere	-0.09
link none meets noun	0.04
link none meets verb	-0.21
link none path acl head behind	0.05
link none path acl:relcl head behind	-0.11
link none path advcl head before	0.20
link none path advcl head behind	-0.06
link none path ccomp advcl before	0.09
link none path ccomp conj before	0.20
link none path ccomp head behind	-0.40
link none path compound acl:relcl before	-0.17
link none path compound head before	0.36
link none path conj head behind	-0.39
link none path nmod head behind	-0.16
link none path nmod:poss head before	-0.18
link none path nsubj advcl before	0.05
link none path nsubj advcl behind	-0.10
link none path nsubj ccomp before	-0.13
link none path nsubj ccomp behind	-0.16
link none path nsubj conj before	-0.34
link none path nsubj head before	-0.33
link none path nsubj head behind	-0.39
link none path nsubj obj before	-0.03
link none path nsubj obl before	-0.23
link none path nsubj parataxis before	0.12
link none path nsubj xcomp before	0.09
link none path nsubj:pass head before	-0.17
link none path nsubj:pass obl before	-0.08
link none path obj advcl before	-0.21
link none path obj conj before	-0.22
link none path obj head behind	-0.10
link none path obj obl before	-0.59
link none path obl advcl before	-0.09
link none path obl conj before	-0.51
link none path obl head before	-0.06
link none path obl head behind	0.17
link none path obl obj behind	-0.16
link none path obl:agent head behind	-0.66
link none path parataxis head behind	-0.37
link none path self parataxis before	-0.34
link none path xcomp head behind	0.29
link of	-0.09
link of ACCUSE	-0.71
link of AID	-0.04
link of ASSAULT	0.44
link of COOPERATE	-0.54
link of REQUEST	0.07
link of RETREAT	-0.61
link of SANCTION	-0.66
link of SUPPORT	-0.34
link of down acl:relcl	0.21
link of down advcl	0.12
link of down ccomp	-0.09
link of down conj	-0.08
link of down head	-0.07
link of down nsubj	0.14
link of down obj	-0.17
link of down obl	-0.07
link of meets elsewhere	-0.05
link of meets noun	-0.04
link of meets verb	-0.07
link of path advcl head behind	0.14
link of path conj head behind	0.09
link of path nmod head behind	-0.11
link of path nsubj head before	-0.67
link of path nsubj:pass head before	-0.32
link of path obj advcl before	0.32
link of path obj head behind	-0.05
link of path obl head behind	0.26
link of path xcomp head behind	-0.10
link on	-0.16
link on ASSAULT	0.17
link on down head	-0.12
link on meets elsewhere	-0.11
link on meets noun	-0.15
link on meets verb	-0.03
link on path nmod head behind	-0.22
link out	0.13
link out ASSAULT	-0.18
link out RETREAT	0.51
link out down head	0.32
link out meets elsewhere	-0.24
link out meets verb	0.18
link out path obl head behind	0.31
link over	0.24
link through	-0.15
link to	0.02
link to ACCUSE	-0.06
link to AID	-0.18
link to ASSAULT	-0.34
link to COERCE	0.04
link to CONSULT	0.29
link to COOPERATE	0.20
link to MOBILIZE	0.16
link to REQUEST	0.07
link to RETREAT	0.26
link to SANCTION	-0.17
link to SUPPORT	0.36
link to down advcl	0.30
link to down ccomp	0.07
link to down conj	0.04
link to down head	-0.03
link to meets elsewhere	0.08
link to meets noun	0.06
link to meets verb	-0.07
link to path conj head behind	-0.63
link to path nmod head behind	0.25
link to path obj head behind	-0.10
link to path obl advcl before	0.31
link to path obl head behind	0.09
link with	-0.17
link with ASSAULT	0.31
link with SANCTION	-0.15
link with down head	-0.09
link with meets elsewhere	-0.18
link with meets verb	0.02
link with path obj head behind	-0.25
link with path obl head behind	-0.04
meets elsewhere	-0.10
meets elsewhere ACCUSE	0.03
meets elsewhere AGREE	-0.28
meets elsewhere AID	-0.11
meets elsewhere CONCEDE	-0.23
meets elsewhere CONSULT	0.06
meets elsewhere COOPERATE	0.14
meets elsewhere MOBILIZE	-0.05
meets elsewhere PROTEST	0.22
meets elsewhere REJECT	-0.43
meets elsewhere REQUEST	0.07
meets elsewhere RETREAT	-0.07
meets elsewhere SANCTION	-0.17
meets elsewhere SUPPORT	-0.38
meets elsewhere THREATEN	-0.32
meets noun	0.06
meets noun ACCUSE	-0.39
meets noun AGREE	-0.55
meets noun AID	0.27
meets noun ASSAULT	0.53
meets noun COERCE	-0.08
meets noun CONSULT	0.22
meets noun COOPERATE	-0.33
meets noun MOBILIZE	-0.25
meets noun REQUEST	-0.53
meets noun RETREAT	0.03
meets noun SANCTION	-0.53
meets noun SUPPORT	-0.12
meets verb	-0.02
meets verb ACCUSE	-0.56
meets verb ASSAULT	0.25
meets verb COERCE	0.15
meets verb CONCEDE	-0.33
meets verb CONSULT	-0.05
meets verb COOPERATE	-0.48
meets verb MOBILIZE	0.30
meets verb PROTEST	0.28
meets verb REJECT	-0.47
meets verb REQUEST	-0.37
meets verb RETREAT	0.21
meets verb SANCTION	-0.29
meets verb SUPPORT	-0.20
meets verb THREATEN	-0.69
nearer 1	-0.06
nearer 2+	-0.11
none	-0.10
none ACCUSE	0.62
none ADJ	0.38
none ADV	-0.27
none AGREE	0.33
none AID	0.04
none ASSAULT	-0.31
none COERCE	-0.03
none CONCEDE	0.43
none COOPERATE	0.27
none MOBILIZE	-0.36
none NOUN	0.28
none PROPN	0.03
none PROTEST	-0.50
none REJECT	0.70
none REQUEST	0.38
none RETREAT	-0.10
none SANCTION	0.50
none SUPPORT	0.22
none THREATEN	0.65
none VERB	0.16
none here 0	0.52
none here 2	-0.08
none here 3+	0.36
none word abduct	-0.03
none word accuse	0.29
none word advise	-0.22
none word agree	-0.28
none word airstrikes	-0.28
none word allow	0.13
none word announce	-0.09
none word apprehend	-0.21
none word arrest	-0.33
none word ask	0.12
none word assault	-0.11
none word attack	-0.06
none word attempt	-0.39
none word back	0.32
none word ban	-0.03
none word battle	0.17
none word begin	-0.35
none word behead	0.51
none word beheading	0.38
none word blame	0.55
none word blast	-0.26
none word bomb	-0.16
none word bombing	-0.20
none word break	0.17
none word bring	-0.10
none word burn	-0.09
none word call	0.37
none word carry	0.23
none word catch	-0.61
none word ceasefire	0.21
none word charge	0.38
none word clash	-0.08
none word close	0.07
none word come	0.04
none word condemn	0.15
none word conduct	-0.44
none word criticism	0.35
none word criticize	0.51
none word cut	0.38
none word declare	0.10
none word demand	0.20
none word detain	-0.05
none word do	0.20
none word drive	-0.19
none word drop	-0.09
none word end	0.42
none word endorse	0.43
none word endorsement	-0.15
none word evacuate	-0.49
none word evacuation	-0.25
none word expel	0.42
none word fight	-0.22
none word file	-0.13
none word fire	-0.08
none word flee	-0.17
none word fly	-0.32
none word free	0.10
none word get	0.27
none word give	0.14
none word go	-0.16
none word halt	0.34
none word hand	0.10
none word have	-0.25
none word help	-0.21
none word hit	-0.33
none word hold	0.03
none word investigate	0.06
none word investigation	-0.05
none word issue	0.22
none word join	0.08
none word keep	0.08
none word kidnap	-0.04
none word kill	-0.44
none word killing	0.32
none word launch	-0.37
none word leave	-0.26
none word let	0.55
none word look	-0.07
none word make	0.17
none word meet	-0.06
none word meeting	-0.08
none word move	0.24
none word murder	0.36
none word negotiate	0.50
none word negotiation	-0.14
none word offer	0.45
none word open	-0.22
none word order	0.14
none word pledge	0.61
none word praise	0.39
none word promise	0.16
none word protest	-0.30
none word pull	-0.46
none word push	-0.14
none word put	0.62
none word question	0.43
none word raid	-0.27
none word raise	-0.16
none word receive	0.41
none word refuse	0.47
none word release	0.72
none word reopen	-0.33
none word request	0.42
none word resign	0.40
none word return	-0.25
none word search	0.19
none word seek	-0.06
none word seize	-0.27
none word send	-0.16
none word set	0.10
none word shoot	-0.05
none word shooting	-0.43
none word shot	0.02
none word shut	-0.04
none word sign	0.13
none word stand	0.10
none word steal	0.09
none word step	0.54
none word stop	-0.29
none word storm	-0.09
none word support	0.24
none word suspend	0.05
none word take	-0.27
none word talk	0.20
none word target	0.25
none word tell	0.19
none word threaten	0.28
none word train	-0.06
none word try	-0.18
none word turn	0.71
none word urge	0.24
none word use	-0.09
none word visit	-0.26
none word vote	0.19
none word vow	0.21
none word want	0.15
none word warn	0.24
none word withdraw	-0.54
none word work	0.37
not admitted	-0.62
path acl head behind	0.22
path acl:relcl head behind	-0.13
path advcl ccomp behind	-0.39
path advcl conj before	0.13
path advcl head before	-0.13
path advcl nsubj behind	-0.42
path advcl obj behind	-0.63
path advcl obl behind	0.09
path ccomp advcl before	0.19
path ccomp ccomp before	0.20
path ccomp ccomp behind	-0.03
path ccomp conj before	-0.16
path ccomp head behind	-0.75
path compound acl:relcl before	-0.17
path compound head before	0.33
path conj ccomp behind	-0.47
path conj head behind	-0.25
path conj obl behind	-0.63
path iobj head behind	-0.47
path nmod acl before	0.22
path nmod acl:relcl before	0.16
path nmod conj before	-0.71
path nmod head behind	-0.08
path nmod nmod before	-0.24
path nmod:poss head before	-0.18
path nsubj advcl before	-0.10
path nsubj advcl behind	0.12
path nsubj ccomp before	-0.27
path nsubj ccomp behind	-0.24
path nsubj conj before	-0.02
path nsubj head before	-0.16
path nsubj head behind	-0.49
path nsubj nmod before	0.08
path nsubj obj before	-0.13
path nsubj obl before	0.11
path nsubj parataxis before	0.21
path nsubj xcomp before	0.07
path nsubj:pass advcl before	0.10
path nsubj:pass head before	-0.27
path nsubj:pass obl before	-0.05
path nsubj:pass xcomp before	-0.25
path obj advcl before	-0.04
path obj conj before	0.03
path obj nsubj behind	-0.46
path obj obl before	-0.48
path obl advcl before	0.07
path obl ccomp behind	-0.14
path obl conj before	-0.07
path obl head before	-0.08
path obl head behind	0.30
path obl nsubj behind	0.24
path obl nsubj:pass behind	-0.42
path obl obj behind	-0.05
path obl obl before	-0.04
path obl obl behind	0.18
path obl parataxis before	-0.12
path obl:agent head behind	-0.38
path parataxis head behind	-0.71
path self acl:relcl before	0.08
path self parataxis before	-0.34
path xcomp conj before	0.10
path xcomp head behind	0.16
relation amod none	-0.36
relation appos city	0.24
relation appos country	0.31
relation appos none	0.19
relation appos region	-0.44
relation compound city	0.18
relation compound country	-0.49
relation compound facility	-0.17
relation compound none	-0.03
relation conj city	-0.06
relation conj country	-0.41
relation conj none	-0.58
relation conj region	-0.51
relation dep none	-0.63
relation flat city	-0.36
relation flat none	-0.26
relation iobj none	-0.57
relation nmod against	-0.17
relation nmod at	0.19
relation nmod between	-0.33
relation nmod city	0.19
relation nmod country	-0.08
relation nmod facility	-0.15
relation nmod for	-0.61
relation nmod from	-0.15
relation nmod in	0.10
relation nmod into	0.20
relation nmod near	-0.09
relation nmod on	-0.07
relation nmod region	-0.09
relation nmod to	0.02
relation nmod with	-0.12
relation nmod:poss city	-0.24
relation nmod:poss country	-0.10
relation nmod:poss none	-0.14
relation nmod:poss region	0.11
relation nsubj city	-0.15
relation nsubj country	-0.64
relation nsubj facility	-0.93
relation nsubj none	-0.34
relation nsubj region	0.41
relation nsubj:pass country	0.11
relation nsubj:pass facility	-0.03
relation nsubj:pass none	0.18
relation obj city	0.09
relation obj country	0.09
relation obj facility	0.15
relation obj none	0.23
relation obj region	0.11
relation obl at	-0.06
relation obl country	-0.05
relation obl facility	-0.14
relation obl for	-0.27
relation obl from	0.06
relation obl in	0.19
relation obl into	-0.02
relation obl near	0.25
relation obl none	0.13
relation obl of	-0.32
relation obl on	-0.14
relation obl out	0.04
relation obl region	0.31
relation obl through	-0.33
relation obl with	-0.13
relation obl:agent by	-0.44
relation obl:agent country	-0.45
relation obl:unmarked country	-0.46
relation obl:unmarked none	-0.22
relation root city	0.11
relation root country	-0.10
relation root none	-0.11
under airport	0.64
under airstrikes	-0.33
under ambassador	-0.05
under area	0.16
under army	-0.61
under arrest	-0.10
under attack	-0.12
under authority	-0.47
under back	-0.16
under base	-0.67
under begin	-0.07
under benghazi	0.21
under bombing	-0.36
under border	0.49
under break	-0.61
under bring	-0.13
under britain	-0.66
under call	-0.63
under canada	-0.08
under capital	0.33
under carry	0.26
under chief	0.26
under citizen	-0.54
under city	0.19
under close	-0.12
under come	-0.12
under compound	-0.05
under condemn	-0.10
under consulate	-0.25
under council	0.03
under cross	-0.03
under crossing	0.24
under cut	-0.21
under dam	-0.02
under diplomat	-0.13
under district	0.38
under east	-0.05
under embassy	0.36
under enter	-0.19
under evacuate	0.11
under expel	-0.18
under fight	0.28
under fire	0.40
under fly	0.29
under force	-0.54
under france	-0.58
under germany	-0.51
under get	-0.21
under give	-0.31
under gov.	-0.77
under government	-0.13
under group	-0.03
under have	0.18
under hold	0.45
under home	0.27
under invasion	-0.04
under iraq	-0.36
under keep	-0.32
under kenya	-0.21
under kidnap	-0.19
under kill	-0.24
under launch	-0.16
under lead	-0.15
under leave	0.27
under make	0.20
under man	-0.73
under militant	0.56
under military	-0.42
under minister	-0.56
under ministry	-0.57
under mission	0.31
under move	-0.27
under nairobi	-0.08
under office	-0.10
under officer	-0.21
under official	-0.33
under open	-0.06
under operation	0.39
under order	-0.16
under parliament	0.19
under place	-0.28
under police	-1.02
under president	-0.61
under province	0.38
under pull	0.09
under put	-0.33
under raid	-0.22
under rally	0.71
under rebel	0.51
under relation	-0.16
under relative	-0.30
under resident	0.14
under return	0.39
under say	-0.27
under secretary	-0.39
under senator	-0.62
under send	-0.18
under shoot	-0.04
under shooting	0.12
under shut	0.25
under soldier	0.11
under staff	-0.15
under stand	0.03
under state	0.19
under stop	0.12
under storm	-0.35
under strike	-0.69
under suspend	-0.16
under syria	0.16
under take	-0.20
under tell	-0.12
under tie	-0.62
under town	0.67
under travel	0.15
under troops	-0.33
under turn	-0.11
under vehicle	-0.69
under village	0.57
under visit	0.33
under way	-0.31
under withdraw	0.12
under work	0.19
up acl 3	0.11
up acl 4+	0.15
up acl:relcl 3	-0.19
up acl:relcl 4+	-0.32
up advcl 2	0.05
up advcl 4+	-0.27
up advmod 2	0.37
up amod 2	-0.54
up ccomp 2	0.04
up ccomp 3	-0.18
up ccomp 4+	-0.07
up compound 1	0.19
up conj 1	-0.45
up conj 2	-0.21
up conj 3	-0.34
up conj 4+	-0.10
up dep 3	-0.56
up iobj 2	-0.49
up nmod 1	0.14
up nmod 2	0.08
up nmod 3	0.12
up nmod 4+	-0.45
up nmod:poss 1	-0.43
up nsubj 1	-0.34
up nsubj 3	-0.05
up nsubj 4+	-0.23
up nsubj:pass 1	0.16
up nsubj:pass 2	-0.33
up nsubj:pass 3	-0.22
up nsubj:pass 4+	-0.03
up obj 1	0.16
up obj 2	-0.26
up obj 4+	-0.19
up obl 1	0.26
up obl 2	0.35
up obl 3	-0.39
up obl 4+	-0.30
up obl:agent 1	-0.42
up obl:agent 2	-0.12
up other	-0.56
up parataxis 2	-0.66
up parataxis 3	-0.55
up parataxis 4+	-0.60
up self 0	0.13
up xcomp 2	0.29
up xcomp 3	0.06
up xcomp 4+	0.04
verbs 0 0	0.05
verbs 0 1	-0.09
verbs 0 2+	-0.51
verbs 1 0	-0.09
verbs 1 1	0.21
verbs 1 2+	-0.13
verbs 2+ 0	-0.27
verbs 2+ 1	-0.07
`);
