"""Pages as values: what is shown, and what it is answered with. A view has one renderer for each kind of them.

Pages that speak (youth or the room read them) hold no words that were said already, so that they can be said in the other
language at any time.
"""

from codesign.course.pages.base import Act as Act
from codesign.course.pages.base import Block as Block
from codesign.course.pages.base import Course as Course
from codesign.course.pages.base import Hidden as Hidden
from codesign.course.pages.base import Idle as Idle
from codesign.course.pages.base import Marks as Marks
from codesign.course.pages.base import MarkSome as MarkSome
from codesign.course.pages.base import Menu as Menu
from codesign.course.pages.base import MenuChoice as MenuChoice
from codesign.course.pages.base import Page as Page
from codesign.course.pages.base import Problem as Problem
from codesign.course.pages.base import Question as Question
from codesign.course.pages.base import Spoken as Spoken
from codesign.course.pages.base import Sure as Sure
from codesign.course.pages.before import FourWords as FourWords
from codesign.course.pages.before import SetUp as SetUp
from codesign.course.pages.reader import Reading as Reading
from codesign.course.pages.reader import Verdict as Verdict
from codesign.course.pages.room import Results as Results
from codesign.course.pages.room import Talk as Talk
from codesign.course.pages.room import ToRead as ToRead
from codesign.course.pages.turn import BeforeTurn as BeforeTurn
from codesign.course.pages.turn import BreakNumber as BreakNumber
from codesign.course.pages.turn import ContentNote as ContentNote
from codesign.course.pages.turn import Covered as Covered
from codesign.course.pages.turn import EndOfTurn as EndOfTurn
from codesign.course.pages.turn import HandOver as HandOver
from codesign.course.pages.turn import NotYetSaved as NotYetSaved
from codesign.course.pages.turn import OfTurn as OfTurn
from codesign.course.pages.turn import OnCard as OnCard
from codesign.course.pages.turn import OwnIdea as OwnIdea
from codesign.course.pages.turn import Saving as Saving
from codesign.course.pages.turn import Stopped as Stopped
from codesign.course.pages.turn import StopTurn as StopTurn
from codesign.course.pages.turn import SureToThrow as SureToThrow
from codesign.course.pages.typed_card import Marked as Marked
from codesign.course.pages.typed_card import TypedCard as TypedCard
