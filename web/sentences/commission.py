"""What happened in the commission kit of a project, as sentences. Scores are told by nobody's entry: the result tells them together."""

from .vocabulary import message

SENTENCES = {
    "Commission.NeedWritten": message("{name} wrote what is needed and what is bought."),
    "Commission.NeedRewritten": message("{name} wrote afresh what is needed and what is bought."),
    "Commission.CriteriaWritten": message("{name} wrote by what the offers are chosen, and what each point weighs."),
    "Commission.OfferNamed": message("{name} named an offer: {quote}"),
    "Commission.InterestDeclared": message("{name} said whether they have an interest in an offer. {quote}"),
    "Commission.Scored": message("{name} scored an offer."),
    "Commission.ScoringClosed": message("{name} closed the scoring of the offers."),
}
