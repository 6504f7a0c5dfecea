// Package benchsqlite sets the index beside the best that SQLite has for the same question, in one run: an FTS5 table with the
// trigram tokenizer where it can answer (three characters and more), LIKE over one column where it cannot. It is a module of its
// own, so that the program does not depend on an SQLite.
//
//	cd internal/search/benchsqlite && go test -bench . -benchtime 50x
package benchsqlite_test

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	_ "modernc.org/sqlite" // SQLite without cgo, as a Go program would have it

	"ruhu/internal/search"
	"ruhu/internal/search/crowd"
)

const people, limit = 100_000, 50

// typed is what people type, key by key: it begins with what many or all have.
var typed = []string{"zhangwei", "zwei", "wangjh", "张建国", "普", "530000199", "19900", "15412", "4321", "小组", "第7村"}

// BenchmarkKey finds the best fifty of 100,000 people at every key of each word, first by the index and then by SQLite.
func BenchmarkKey(b *testing.B) {
	rows := crowd.Of(people)
	index := search.New()
	for _, r := range rows {
		index.Put(r)
	}
	index.Settle() // as package desk does at opening
	db := database(b, rows)
	var ours, theirs []time.Duration
	for _, word := range typed {
		var own, other []time.Duration
		b.Run(word, func(b *testing.B) {
			for b.Loop() {
				for i, r := range word {
					q := word[:i+utf8.RuneLen(r)]
					began := time.Now()
					index.Find(q, limit)
					own = append(own, time.Since(began))
					began = time.Now()
					found(b, db, q)
					other = append(other, time.Since(began))
				}
			}
			b.ReportMetric(float64(at(own, 50).Microseconds())/1000, "ms-index-p50")
			b.ReportMetric(float64(at(own, 99).Microseconds())/1000, "ms-index-p99")
			b.ReportMetric(float64(at(other, 50).Microseconds())/1000, "ms-sqlite-p50")
			b.ReportMetric(float64(sum(other))/float64(sum(own)), "times")
		})
		ours, theirs = append(ours, own...), append(theirs, other...)
	}
	b.Run("all", func(b *testing.B) {
		for _, p := range []int{50, 99} {
			b.ReportMetric(float64(at(ours, p).Microseconds())/1000, fmt.Sprint("ms-index-p", p))
			b.ReportMetric(float64(at(theirs, p).Microseconds())/1000, fmt.Sprint("ms-sqlite-p", p))
		}
		b.ReportMetric(float64(sum(theirs))/float64(sum(ours)), "times")
	})
}

func at(list []time.Duration, percent int) time.Duration {
	list = slices.Sorted(slices.Values(list))
	return list[min(len(list)*percent/100, len(list)-1)]
}

func sum(list []time.Duration) (d time.Duration) {
	for _, l := range list {
		d += l
	}
	return d
}

// database keeps everybody in one table with one column of all that can be searched for (name, pinyin, initials, numbers, places), and
// the same in a table of trigrams. Both are ordered as our hits are among equals: heads first, then by name.
func database(b *testing.B, rows []search.Row) *sql.DB {
	db, err := sql.Open("sqlite", filepath.Join(b.TempDir(), "people.db"))
	ok(b, err)
	b.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	for _, s := range []string{`PRAGMA journal_mode=WAL`, `PRAGMA cache_size=-200000`, `PRAGMA mmap_size=1000000000`,
		`CREATE TABLE person(id INTEGER PRIMARY KEY, key TEXT, name TEXT, head INTEGER, words TEXT)`,
		`CREATE VIRTUAL TABLE tri USING fts5(words, content='person', content_rowid='id', tokenize='trigram')`} {
		_, err := db.Exec(s)
		ok(b, err)
	}
	tx, err := db.Begin()
	ok(b, err)
	insert, err := tx.Prepare(`INSERT INTO person(key, name, head, words) VALUES(?,?,?,?)`)
	ok(b, err)
	for _, r := range rows {
		words := strings.Join(append([]string{r.Name, pinyin(r.Name, false), pinyin(r.Name, true), r.IDNo, r.HouseNo, r.Phones[0]}, r.Places...), "\n")
		_, err := insert.Exec(r.ID, r.Name, r.Head, words)
		ok(b, err)
	}
	ok(b, tx.Commit())
	for _, s := range []string{`INSERT INTO tri(tri) VALUES('rebuild')`, `INSERT INTO tri(tri) VALUES('optimize')`, `CREATE INDEX person_order ON person(head DESC, name)`, `ANALYZE`} {
		_, err := db.Exec(s)
		ok(b, err)
	}
	return db
}

// found asks SQLite in its best way: a match that begins a word before one inside, heads before the others, then by name.
func found(b *testing.B, db *sql.DB, q string) (n int) {
	query, args := `SELECT key FROM person WHERE words LIKE ? ORDER BY (words LIKE ?) DESC, head DESC, name LIMIT ?`, []any{"%" + q + "%", q + "%", limit}
	if utf8.RuneCountInString(q) >= 3 {
		query = `SELECT key FROM tri JOIN person ON person.id = tri.rowid WHERE tri MATCH ? ORDER BY (person.words LIKE ?) DESC, head DESC, name LIMIT ?`
		args[0] = `"` + q + `"`
	}
	list, err := db.Query(query, args...)
	ok(b, err)
	defer list.Close()
	for list.Next() {
		var key string
		ok(b, list.Scan(&key))
		n++
	}
	ok(b, list.Err())
	return n
}

func ok(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// read gives the readings of the characters below.
var read = func() map[rune]string {
	m := map[rune]string{}
	list := strings.Fields("王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo 普pu 鲁lu 起qi 者zhe 毕bi " +
		"伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao 秀xiu 霞xia 平ping 刚gang 桂gui 英ying 华hua 玉yu 兰lan 红hong 梅mei " +
		"建jian 国guo 庆qing 文wen 志zhi 海hai 燕yan 云yun 春chun 花hua 金jin 龙long 凤feng 琴qin 珍zhen 仙xian 菊ju 香xiang")
	for _, s := range list {
		r, size := utf8.DecodeRuneInString(s)
		m[r] = s[size:]
	}
	return m
}()

func pinyin(name string, initials bool) string {
	var b strings.Builder
	for _, r := range name {
		if initials {
			b.WriteByte(read[r][0])
		} else {
			b.WriteString(read[r])
		}
	}
	return b.String()
}
