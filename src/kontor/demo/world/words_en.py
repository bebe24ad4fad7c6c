"""What clients say, in English. `{day}` and `{sum}` are filled in; a slot that is absent was not said."""

from kontor.demo.world.text import words

WILL_PAY = """
We will pay {day}, the money is in the account already.
The payment is in the register and leaves {day}, the director signs today.
Yes, yes, I remember. {day} I will close it all.
{day} we send {sum}, I will mail you the payment order.
The accountant is back from leave, {day} it goes through.
We are waiting for stage three from our customer, any day now. {day} you have it, for certain.
The order is typed, it waits for a signature. It leaves {day}.
We will pay everything {day}, please do not stop the shipments, the site is burning.
Agreed, we are late. {day}, in full.
We pay once a week, not earlier. {day} you are on the list.
The bank checked our account for two days, today it is open again. We pay {day}.
I confirm the sum, {sum}. Payment {day}.
Send me the invoice once more, I have lost it. I will pay {day}.
No problem, I will drop the cash at your desk {day}.
I am on the road, {day} I am in the office and will send it.
Listen, they held back our advance. {day}, you have my word.
The director said you go first, {day}.
{day} before lunch. If you do not see it, ring my mobile.
We will pay, we will pay. {day}, write it down.
Sorry, you fell off the list, my fault. I will book it {day}.
Your invoice is in the plan, payment {day}.
We are closing the quarter, everything stands still. {day} we dig ourselves out and pay.
The credit line opens, first tranche {day}, you are in it.
Let us do it this way: I pay {day}, you ship me the cement today.
I see the debt, no questions. {day}.
I signed {sum}, the bank will carry it out {day}.
Our customer has settled, so now we can. {day}.
Oh, here it is marked as paid. I will look into it, {day} it goes.
By the schedule it is {day}, and nobody lets me change the schedule.
{day} in the morning, first payment of the day.
It is on the director's desk. Expect it {day}.
Three signatures, two are there. {day}.
Do not worry, {day} it will be there. We have known each other for years.
The list of payments is approved, {day} you will see it.
The owner is travelling and has the key for signing. {day} he is back and signs.
We do not refuse. {day}, {sum}, as on the waybill.
I have a reminder, {day} it is the first thing I book.
{day} we transfer, and you prepare the reconciliation meanwhile.
There is a cash gap right now, {day} we close it.
I will ring you myself when it has gone. {day}, not before.
Our customer signed the acceptance yesterday, the money is coming, {day} I settle.
Understood, understood, no offence. {day}.
There were six hundred thousand in the morning, the tax office took it. {day} we fill up and send.
{day} I close everything in one sum.
"""

PARTLY = """
All at once is too much. {day} you get {sum}, the rest by the end of the month.
{sum} {day}, and more when our customer signs the acceptance.
{sum} {day}, as much again in two weeks. There is no more, whatever you do.
I can do {sum} {day}. The rest when the shop picks up.
It is dead season, no takings. I will find {sum} {day}.
Agree on instalments: {sum} {day}, then equal parts.
For the old waybill I pay {day}, the new one is not due yet.
We give {sum} so that you do not close the shipments. The rest later.
{day}, {sum}. The director did not sign more.
Wages are paid, {sum} is left. Yours {day}.
Set part off against the return, and {sum} we transfer {day}.
We are owed three times as much ourselves. {sum} {day}, then as it comes in.
Let us begin with {sum} {day} and then we will see.
{sum} for certain {day}; about the rest I will not lie to you.
The first invoice we close {day}, for the second we wait for the tender money.
{sum} {day}. The rest I hold until you bring the missing sheets.
I emptied the till, here is {sum}. I will bring it {day}.
It has to be split, the bank has a daily limit. {day} {sum}, then the same again.
{sum} goes {day}; for the rest let your boss ring ours.
Split the invoice in two and I pay {sum} {day}.
"""

DISPUTES = """
Your waybill says forty bags, thirty-seven arrived. Bring them and I pay.
We never ordered this at all, sort it out on your side.
The price is different. On the phone I was told one thing, the invoice says another.
Six grinders without a guard. Until you replace them I do not pay.
Send the reconciliation first, my books show less.
We paid on the tenth, look at the statement properly.
The tiles are another shade, our customer refuses them.
The profiles are bent, we put half a pallet aside. We wait for your man.
Four per cent discount was promised and it is not in the invoice.
We did not order delivery, why is it in the sum?
There was a return on the twenty-eighth, you have not booked it.
I have no signed waybill. No paper, no debt.
The foreman who took the goods no longer works here. Show me his authorisation.
Three rolls were wet, your driver saw it and signed.
You count from the day of the order, it should be from the delivery.
We were charged twice for one and the same cable.
We sent a claim by letter and had no answer. Why should I pay?
The mix has set in lumps, an old batch. Your manager has the photos.
The balance we do not accept, there are screws missing.
We did not take that much. Perhaps it was put down to somebody else.
The paint is the wrong shade, we returned it the same day.
Our contract says twenty-one days and you count fourteen.
The lock is faulty, the cylinder does not turn.
You shipped without a call, the yard was closed, and now we pay for the truck.
Send a reconciliation with signatures, then we can talk.
The VAT in the papers is wrong, our accountant cannot take them.
"""

NO_ANSWER = """
Nobody picks up, it just rings.
Secretary: “The accountant is out and will not be back today.”
The subscriber is temporarily unavailable.
“He is on site, there is no signal. Try in the evening.”
Hung up. Rang again an hour later, hung up again.
“She is off sick, I do not know until when.”
The guard answered, everybody has gone to the depot.
The number is not in service.
“I am in a meeting, I will call you.” Did not call.
Answering machine, left a message.
“Wrong number.” Check the number on the card.
“I am driving, I cannot talk, later.”
Engaged for a whole hour.
“Ring on Monday, it is a short day today.”
“Accounts until four.” It was 16:20.
Put through to the warehouse; the warehouse knows nothing of money.
“Olga is on holiday, Marina stands in, Marina is at lunch.”
Silence on the line, then cut off.
Mobile switched off, office line disconnected.
“We have moved, we do not give out the director's number.”
A child answered: they will be home in the evening.
“Write an e-mail, we do not discuss it on the phone.” Written.
“Hello?” and the line dropped. Out of reach since.
“I cannot now, we have an inspection.” Asked for tomorrow.
"""

INVOICE = """
We have the invoice, payment {day}.
I gave it for signature, the order will be there {day}.
Still thinking, we compare with others.
Your invoice was in the spam! Found it, I pay {day}.
Please correct our details, we have a new registration code. Then we pay at once.
Our customer is cutting the estimate, we may drop half.
Waiting for our advance, {day} it goes.
It came out dear. Give me five per cent and I pay today.
I see the invoice. We pay {day}.
All correct, it goes to payment, expect it {day}.
I pay {day}, just hold the goods.
I would add two more items, the list will come.
The invoice is with the chief engineer, he checks the quantities.
{day} we pay, put the truck right after.
When the boss signs, we pay. I think {day}.
May we pay half now and half at shipment?
The mail does not open the attachment, send it again.
Another firm of ours will pay, please make it out to them.
It is in the bank already, {day} it arrives.
I cannot say now, the site has moved by a week.
Yes, {day}. Will you enclose the certificates?
Invoice taken. As to the date, {day}.
"""

PRICE_LIST = """
I have looked. On mixes you are cheaper, on tools dearer than ours.
Received, thank you, the store is full for now. Ring at the start of the month.
Could I have it as a spreadsheet? I see nothing on the phone.
Only the profiles interest us, for the rest we have our people.
With VAT or without? It does not say anywhere.
Passed on to our buyer, he will call. If not, ring me.
I liked the window sills. Will you bring samples?
On the market it is the same thing three per cent lower.
We take by the truckload, can you manage that?
Please do not call about this any more, we have closed.
All right, a trial lot, some forty bags.
Saw the new things, we will try the laser level.
Send it to the director, I do not decide that.
Opened it, turning the pages. What is your smallest lot?
We bought from you five years ago and got the wrong goods. How is it now?
Do you deliver as far as Rzhev? Then let us talk.
I will compare and ring you, do not press me.
For cable give me the price per drum, not per metre.
Roofing we take in spring, this is not the season.
"""

REFUSALS = """
Took it nearer by, the delivery costs more than the goods.
Our customer froze the site.
Found it eight per cent cheaper.
Too long to wait, we need it tomorrow.
Changed our minds, laminate instead of tiles.
The prepayment did not suit, others give credit.
Wrong size on our side, a new order will come.
We lost the tender, no material needed.
Some items are missing and we do not want it split.
The director made a deal with the plant itself.
"""

REMARKS = """
Ring the driver an hour before.
Quality papers, without fail.
If there is no white, we take grey.
Not before Wednesday, the crane is busy.
Cement below, sheets on top.
To the site, not the store: entrance from the yard.
Sergey collects, he has the authorisation.
Two invoices, please.
Urgent, the crew is standing.
No substitutes, this shade only.
Cut the sills by the list in the mail.
Have change ready for five thousand.
Together with the last order, one truck.
Stamp on the waybill, else accounts will not take it.
"""

NOTES = """
They open a second shop in spring and ask for a shelf of dry mixes.
New buyer, not yet at home in the range, asked for a catalogue.
They want the price level looked at: volumes have doubled.
Happy with the speed, unhappy with the packing: the film tears.
Invites us to the site to see how much insulation it takes.
They called us, asked about drip sills to size.
Buys tools elsewhere, but the other side is unreliable with dates.
Asked to be told if plasterboard goes up.
No purchases until January, the season is over.
Meeting agreed, bring samples of the sill.
Praised the warehouse: picked in twenty minutes.
Waits for a tender, a school, two buildings.
A second site has started, finishing begins in a month.
A competitor offered thirty days of credit, they ask what we say.
They want a schedule of deliveries a month ahead.
The crane broke down, until Friday they unload by hand.
Happy with the new drip sills, the colour is right.
Accounts ask for papers in electronic form.
The store has moved, the new address comes by mail.
They want their own logo on the bags if they take a full truck.
Told us in advance: closed for repairs in December.
Complained of traffic, ask for deliveries before eight.
"""

CLAIMS = """
Six grinders came without a guard, recorded in the driver's presence.
Twenty-four boxes dented, eight opened.
Short delivery: forty on the waybill, thirty-seven bags in fact.
The grout is not the shade of the last batch.
Three sheets of plasterboard with a broken corner.
The rotary hammer sparks since day two; they want another one, not a repair.
9.5 came instead of 12.5, fitting has stopped.
The foam is a month past its date, the whole box.
The cable is short: ninety-four metres on the drum.
A scratch on the sill under the film, found when fitting.
"""

ANSWERS = """
Brought what was missing, record signed.
Gave a discount for the disputed sum, closed.
Replaced, the old goods taken back.
Found the waybill: taken in full, the client agreed.
Return booked, the sum is off the debt.
"""
OPENERS = (
    "Yes, speaking. ",
    "Good morning. ",
    "Ah, it is you. ",
    "I expected your call. ",
    "Briefly, I am on site. ",
    "You again. ",
    "Let me look. ",
)
DAYS = ("on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday", "on Sunday")
MONTHS = words("January February March April May June July August September October November December")
