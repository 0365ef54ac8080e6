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
from codesign.course.pages.facilitator import FourWords as FourWords
from codesign.course.pages.facilitator import Marked as Marked
from codesign.course.pages.facilitator import Reading as Reading
from codesign.course.pages.facilitator import SetUp as SetUp
from codesign.course.pages.facilitator import TypedCard as TypedCard
from codesign.course.pages.facilitator import Verdict as Verdict
from codesign.course.pages.room import Results as Results
from codesign.course.pages.room import Talk as Talk
from codesign.course.pages.room import ToRead as ToRead
from codesign.course.pages.youth import BeforeTurn as BeforeTurn
from codesign.course.pages.youth import BreakNumber as BreakNumber
from codesign.course.pages.youth import ContentNote as ContentNote
from codesign.course.pages.youth import Covered as Covered
from codesign.course.pages.youth import EndOfTurn as EndOfTurn
from codesign.course.pages.youth import HandOver as HandOver
from codesign.course.pages.youth import NotYetSaved as NotYetSaved
from codesign.course.pages.youth import OfTurn as OfTurn
from codesign.course.pages.youth import OnCard as OnCard
from codesign.course.pages.youth import OwnIdea as OwnIdea
from codesign.course.pages.youth import Saving as Saving
from codesign.course.pages.youth import Stopped as Stopped
from codesign.course.pages.youth import StopTurn as StopTurn
from codesign.course.pages.youth import SureToThrow as SureToThrow
