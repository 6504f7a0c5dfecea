// Package crowd makes up people to search among, for the tests of the index and for what it is measured against.
package crowd

import (
	"fmt"
	"math/rand/v2"

	"ruhu/internal/search"
)

const (
	surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗普鲁起者毕"
	given    = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国庆文志海燕云春花金龙凤琴珍仙菊香"
)

// Of makes up n people, the same ones each time: four to a household, the first of them its head.
func Of(n int) []search.Row {
	chance := rand.New(rand.NewPCG(1, 2))
	surnames, given := []rune(surnames), []rune(given)
	pick := func(from []rune) string { return string(from[chance.IntN(len(from))]) }
	rows := make([]search.Row, n)
	for i := range rows {
		rows[i] = search.Row{
			ID: fmt.Sprintf("018f5e6a-7b8c-7d9e-8f00-%012x", i), Household: fmt.Sprintf("018f5e6a-7b8c-7d9e-8f01-%012x", i/4), Head: i%4 == 0,
			Name:    pick(surnames) + pick(given) + pick(given),
			IDNo:    fmt.Sprintf("530000%04d%02d%02d%04d", 1940+chance.IntN(80), 1+chance.IntN(12), 1+chance.IntN(28), chance.IntN(10000)),
			Phones:  []string{fmt.Sprintf("154%08d", chance.IntN(1e8))},
			HouseNo: fmt.Sprintf("%06d", i/4),
			Places:  []string{fmt.Sprintf("第%d村民委员会", i%97), fmt.Sprintf("%s家小组", pick(given))},
		}
	}
	return rows
}
