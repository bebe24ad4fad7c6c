"""The icons that pages may draw. A new name is entered here; the sprite is then built anew (`sprite.py`)."""

ICONS = frozenset(
    """
    archive arrow-down arrow-left arrow-right arrow-up arrow-up-right ban banknote barcode bell book-open-check
    boxes briefcase building building-2 calculator calendar calendar-check calendar-clock chart-column chart-line
    check chevron-down chevron-left chevron-right chevron-up chevrons-up-down circle circle-alert circle-check
    circle-dot circle-question-mark circle-x clipboard-check clipboard-list clock coins columns-3 contrast copy credit-card
    database download ellipsis external-link eye eye-off factory file file-check file-clock file-down
    file-spreadsheet file-text file-up files flag folder forklift gauge git-merge globe hand-coins hand-helping
    handshake hard-hat hash history hourglass house inbox info key-round keyboard landmark languages layers
    layout-dashboard link list list-checks list-filter lock lock-open log-in log-out mail mail-check mail-warning mail-x map-pin menu
    message-circle message-square minus moon notebook-pen octagon-alert package package-check package-minus
    package-open package-plus package-search package-x paperclip pause pencil percent phone phone-call phone-missed
    phone-outgoing pin play plus printer qr-code receipt receipt-text redo-2 refresh-cw replace rotate-ccw 
    russian-ruble save scale scan-barcode scan-line search send settings shield shield-check shopping-cart signature
    sliders-horizontal smartphone sparkles split square square-check square-pen stamp star store sun table tag tags target
    thumbs-up ticket timer timer-off trash-2 trending-down trending-up triangle-alert truck undo-2 upload user user-check
    user-cog user-plus users wallet warehouse wifi-off wrench x zap
    """.split()
)  # fmt: skip
"""Names of lucide icons in the sprite."""
