"""Inspectors that are drawn, and whom they may not inspect. Rows never change."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.db import Base


class Inspector(Base):
    """An inspector by the code that is published, with the visits he can make; the last row of a code holds."""

    __tablename__ = "draw_inspector"
    __table_args__ = (Index("ix_draw_inspector_code", "registrar_id", "code", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    registrar_id: Mapped[int] = mapped_column(ForeignKey("registrar.id"))
    code: Mapped[str]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str]
    capacity: Mapped[int]  # 0: not sent any more
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class Recusal(Base):
    """An inspector may not inspect an organization, and why; `stands` is false where that is over."""

    __tablename__ = "draw_recusal"
    __table_args__ = (Index("ix_draw_recusal", "inspector", "code", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    registrar_id: Mapped[int] = mapped_column(ForeignKey("registrar.id"))
    inspector: Mapped[str]
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"))
    reason: Mapped[str]
    stands: Mapped[bool]
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
