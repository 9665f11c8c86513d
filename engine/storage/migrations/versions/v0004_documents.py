"""Documents: the folders they are in, what they are cut into, the words and vectors of that, and who looked at them."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

DOCUMENTS = (
    """CREATE TABLE document_folder (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    path BLOB NOT NULL,
    include TEXT NOT NULL,
    exclude TEXT NOT NULL,
    largest_bytes INTEGER NOT NULL,
    honour_ignore_files INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    CONSTRAINT uq_document_folder_path UNIQUE (path)
) STRICT""",
    """CREATE TABLE document_file (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    folder_id INTEGER NOT NULL,
    path BLOB NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    device INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    title TEXT NOT NULL,
    content_hash BLOB NOT NULL,
    first_chunk INTEGER NOT NULL,
    chunks INTEGER NOT NULL,
    indexed_ms INTEGER NOT NULL,
    CONSTRAINT fk_document_file_folder_id FOREIGN KEY(folder_id) REFERENCES document_folder (id),
    CONSTRAINT uq_document_file_path UNIQUE (path)
) STRICT""",
    "CREATE INDEX ix_document_file_first_chunk ON document_file (first_chunk)",
    "CREATE INDEX ix_document_file_folder_id ON document_file (folder_id)",
    """CREATE TABLE index_status (
    id INTEGER NOT NULL,
    phase TEXT NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    started_ms INTEGER NOT NULL,
    note TEXT NOT NULL,
    pid INTEGER NOT NULL,
    moved_ms INTEGER NOT NULL,
    wanted_paused INTEGER NOT NULL,
    CONSTRAINT pk_index_status PRIMARY KEY (id),
    CONSTRAINT ck_index_status_one_row CHECK (id = 1)
) STRICT""",
)

CHUNKS = (
    """CREATE TABLE chunk (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    page INTEGER,
    heading TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT""",
    """CREATE VIRTUAL TABLE chunk_words USING fts5(
    title, heading, body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2'
)""",
    "CREATE VIRTUAL TABLE chunk_words_vocabulary USING fts5vocab(chunk_words, row)",
    "INSERT INTO chunk_words (chunk_words, rank) VALUES ('automerge', 0)",
    """CREATE TABLE vector_encoder (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    done_upto INTEGER NOT NULL,
    CONSTRAINT uq_vector_encoder_name UNIQUE (name)
) STRICT""",
    """CREATE TABLE vector_block (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    encoder_id INTEGER NOT NULL,
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    ids BLOB NOT NULL,
    vectors BLOB NOT NULL,
    CONSTRAINT fk_vector_block_encoder_id FOREIGN KEY(encoder_id) REFERENCES vector_encoder (id)
) STRICT""",
    "CREATE INDEX ix_vector_block_last_id ON vector_block (last_id)",
)

USE = (
    """CREATE TABLE look_document (
    look_id INTEGER NOT NULL,
    document_id INTEGER,
    confidence REAL NOT NULL,
    said_by TEXT NOT NULL,
    CONSTRAINT pk_look_document PRIMARY KEY (look_id),
    CONSTRAINT ck_look_document_confidence CHECK (confidence BETWEEN 0 AND 1),
    CONSTRAINT fk_look_document_look_id FOREIGN KEY(look_id) REFERENCES look (id) ON DELETE CASCADE,
    CONSTRAINT fk_look_document_document_id FOREIGN KEY(document_id)
        REFERENCES document_file (id) ON DELETE CASCADE
) STRICT""",
    "CREATE INDEX ix_look_document_document_id ON look_document (document_id)",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in (*DOCUMENTS, *CHUNKS, *USE):
        op.get_bind().exec_driver_sql(statement)
