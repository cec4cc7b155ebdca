"""A whole charter for a longer road: a service with a budget, people who commission it, and decisions at every stage."""

from aggregates.charter import Terms

from .base import HALF_OF_EACH, Template

TEXTS = {
    "aim": {
        "cy": "Gwasanaeth y mae’r bobl sy’n ei ddefnyddio a’r bobl sy’n gweithio ynddo yn ei gomisiynu, ei ddylunio, ei ddarparu a’i werthuso "
        "gyda’i gilydd, fel partneriaid cyfartal.\n\nBydd bywyd da yma’n edrych fel hyn: ...\n\nByddwn ni’n gwybod ein bod ni wedi llwyddo pan...",
        "en": "A service that the people who use it and the people who work in it commission, design, deliver and evaluate together, as equal "
        "partners.\n\nA good life here will look like this: ...\n\nWe shall know that we have done it when...",
    },
    "together": {
        "cy": "Mae profiad bywyd a phrofiad gwaith yn cyfri’r un faint. Rydyn ni’n gwrando cyn ateb, yn defnyddio geiriau plaen, ac yn dweud "
        "y gwir am yr hyn na allwn ni ei addo.\n\nCymraeg neu Saesneg: dewis pob un. Mae’r papurau’n dod wythnos ymlaen llaw, ac ar bapur i bwy "
        "bynnag sydd am gael papur.\n\nMae costau teithio, gofal yn eich lle ac amser yn cael eu talu ymlaen llaw. Gall unrhyw un gymryd hoe, neu adael, "
        "heb orfod dweud pam.\n\nYr un i’w ffonio os oes rhywbeth o’i le: ...",
        "en": "Lived experience and experience of the work count the same. We listen before we answer, use plain words, and tell the truth "
        "about what we cannot promise.\n\nWelsh or English: everybody’s own choice. Papers come a week beforehand, and on paper to whoever wants "
        "paper.\n\nTravel, care in your place and time are paid for beforehand. Anybody may take a rest, or leave, without having to say why.\n\n"
        "Whom to ring if something is not right: ...",
    },
    "who": {
        "cy": "Dau grŵp: y bobl y mae’r gwasanaeth yn rhan o’u bywydau, gyda’u teuluoedd, a’r bobl sy’n gweithio ynddo neu’n ei gomisiynu. "
        "Mae pwy bynnag sydd yn y ddau yn dewis ym mha un y maen nhw’n cyfri.\n\nDau hwylusydd, un o bob grŵp. Nhw sy’n cadw’r lleisiau’n gytbwys, nid nhw "
        "sy’n penderfynu.\n\nPwy sydd heb gyrraedd eto, a phwy fydd yn estyn llaw: ...",
        "en": "Two groups: the people whose lives the service is part of, with their families, and the people who work in it or commission "
        "it. Whoever is in both chooses where they are counted.\n\nTwo facilitators, one from each group. They keep the voices in balance; they do not "
        "decide.\n\nWho is not here yet, and who will reach out: ...",
    },
    "open_and_fixed": {
        "cy": "Ar agor, i ni benderfynu gyda’n gilydd: beth sydd ei angen, beth sy’n cael ei brynu, sut mae’n cael ei ddarparu, pwy sy’n ei redeg, "
        "ac a weithiodd.\n\nWedi’i bennu, a pham: ...\n\nYr arian, a than pryd: ...\n\nY corff sy’n gorfod cadarnhau, ac erbyn pryd: ...\n\nPwy bynnag sy’n "
        "talu nawr sy’n dal i dalu. Does neb yn gwneud gwaith cyflogedig am ddim. Mae’r cofnod hwn yn agored i bawb, heblaw hanes personol "
        "unrhyw un.",
        "en": "Open, for us to decide together: what is needed, what is bought, how it is delivered, who runs it, and whether it "
        "worked.\n\nFixed, and why: ...\n\nThe money, and until when: ...\n\nThe body that has to confirm, and by when: ...\n\nWhoever pays now keeps paying. "
        "Nobody does paid work unpaid. This record is open to everybody, except for anybody’s personal history.",
    },
    "how": {
        "cy": "Yn gyntaf rydyn ni’n gofyn a all pawb fyw gyda’r peth. Mae gwrthwynebiad yn dweud pa ran o’r siarter hon fyddai’n cael ei niweidio, "
        "ac mae’n cael ateb. Lle nad yw cydsyniad yn llwyddo, rhaid i’r ddau grŵp gytuno, pob un ar ei ben ei hun. Lle nad ydyn nhw, mae pethau’n "
        "aros fel y maen nhw, ac rydyn ni’n newid y cynnig neu’n cofnodi ein bod ni’n anghytuno.\n\n"
        "Gall y rhai sy’n comisiynu wrthod gweithredu, ond dim ond yn agored, gyda rheswm a dyddiad i siarad.",
        "en": "First we ask whether everybody can live with it. An objection says which part of this charter would be harmed, and it is "
        "answered. Where consent fails, both groups must agree, each by itself. Where they do not, things stay as they are, and we change the proposal "
        "or put on record that we disagree.\n\nThose who commission may decline to act, but only in the open, with a reason and a date to talk.",
    },
}

RULE = {"method": "dual", "threshold": [1, 2], "strict": True, "base": "cast", "quorum": HALF_OF_EACH, "least": 2}

TERMS = Terms(
    consent_first=True,
    enough_support={"citizen": 3, "professional": 2},
    decline_days=21,
    rights={"commission": "collaborate", "design": "empower", "deliver": "collaborate", "evaluate": "empower", "charter": "empower"},
    wants_easy_read=True,
    template="equal partners",
)

TEMPLATE = Template("equal partners", TEXTS, RULE, TERMS)
