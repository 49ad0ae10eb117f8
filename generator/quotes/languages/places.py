"""Countries, capitals and other places that speak in headlines: "Tehran says …" names no person."""

from __future__ import annotations

from generator.quotes.languages.language import listed

PLACES = frozenset(
    listed("""afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus
    belgium bolivia bosnia brazil britain bulgaria burma cambodia cameroon canada chad chile china colombia congo croatia
    cuba cyprus denmark ecuador egypt eritrea estonia ethiopia finland france gaza georgia germany ghana greece guatemala
    guinea haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan
    kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg macedonia madagascar malaysia
    mali malta mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger
    nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda
    scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan
    tanzania thailand tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia
    zimbabwe america europe africa asia england tehran washington moscow beijing london paris berlin brussels ankara
    riyadh baghdad damascus jerusalem kabul islamabad delhi tokyo seoul pyongyang kyiv kiev minsk warsaw rome madrid
    vienna geneva cairo beirut doha muscat tel-aviv ottawa canberra havana caracas brasilia california texas florida
    iowa ohio nevada arizona colorado michigan wisconsin pennsylvania virginia georgia alabama alaska arkansas
    connecticut delaware hawaii idaho illinois indiana kansas kentucky louisiana maine maryland massachusetts minnesota
    mississippi missouri montana nebraska oklahoma oregon tennessee utah vermont wyoming chicago houston dallas boston
    philadelphia detroit miami atlanta denver seattle baltimore cleveland manhattan brooklyn u.s. us uk u.k. eu un u.n.
    uae usa""")
)
