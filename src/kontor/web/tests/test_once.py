from threading import Barrier, Thread
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from kontor.kernel.refusals import Refusal, Refused
from kontor.web.models import Posted
from kontor.web.once import Answer, answer_once, once


class Till:
    """A view that takes money, and remembers how often."""

    def __init__(self):
        self.taken = []

    def view(self):
        @once
        def take(request):
            if request.POST["sum"] == "0":
                return HttpResponse("zero", status=422)
            if request.POST["sum"] == "1":
                raise Refused([Refusal("too_little", "One is too little.")])
            self.taken.append(request.POST["sum"])
            return HttpResponseRedirect(f"/taken/{len(self.taken)}/", status=303)

        return take


def post(view, staff=1, **fields):
    request = RequestFactory().post("/till/", fields)
    request.user = SimpleNamespace(pk=staff)
    return view(request)


@pytest.fixture
def till():
    return Till()


@pytest.mark.django_db
def test_a_form_sent_twice_is_carried_out_once_and_answered_twice(till):
    op, view = str(uuid4()), till.view()
    first, second = post(view, op=op, sum="5"), post(view, op=op, sum="5")
    assert till.taken == ["5"]
    assert (second.status_code, second["Location"]) == (first.status_code, first["Location"]) == (303, "/taken/1/")


@pytest.mark.django_db
def test_another_key_another_sender_and_no_key_are_other_posts(till):
    op, view = str(uuid4()), till.view()
    post(view, op=op, sum="5")
    post(view, op=str(uuid4()), sum="5")
    post(view, staff=2, op=op, sum="5")
    post(view, sum="5")
    post(view, op="no key", sum="5")
    assert len(till.taken) == 5


@pytest.mark.django_db
def test_a_key_that_comes_again_with_other_contents_is_refused(till):
    op, view = str(uuid4()), till.view()
    post(view, op=op, sum="5")
    with pytest.raises(Refused) as refused:
        post(view, op=op, sum="6")
    assert [each.code for each in refused.value.refusals] == ["op_reused"]
    assert till.taken == ["5"]


@pytest.mark.django_db
def test_what_was_invalid_or_refused_can_be_sent_again_under_the_same_key(till):
    op, view = str(uuid4()), till.view()
    assert post(view, op=op, sum="0").status_code == 422
    with pytest.raises(Refused):
        post(view, op=op, sum="1")
    assert not Posted.objects.exists()
    assert post(view, op=op, sum="5").status_code == 303


@pytest.mark.django_db(transaction=True)
def test_two_posts_at_the_same_moment_are_carried_out_once():
    op, barrier, done, answers = uuid4(), Barrier(4), [], []

    def work():
        done.append(1)
        return Answer(303, headers={"Location": f"/done/{len(done)}/"})

    def send():
        barrier.wait()
        answers.append(answer_once(op, staff=1, digest="same", work=work))
        connection.close()

    threads = [Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 1
    assert {answer.headers["Location"] for answer in answers} == {"/done/1/"}
